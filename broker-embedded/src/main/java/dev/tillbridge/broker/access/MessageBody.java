package dev.tillbridge.broker.access;

import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/** The exact bytes of a message's body, small or large. */
public final class MessageBody {

  private MessageBody() {}

  /** Reads the whole body; the message can be read again afterwards. */
  public static byte[] bytes(ClientMessage message) {
    ActiveMQBuffer body = message.getBodyBuffer();
    body.resetReaderIndex();
    byte[] bytes = new byte[body.readableBytes()];
    body.readBytes(bytes);
    body.resetReaderIndex();
    return bytes;
  }
}
