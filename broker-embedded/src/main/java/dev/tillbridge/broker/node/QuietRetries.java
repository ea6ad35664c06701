package dev.tillbridge.broker.node;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;

/**
 * Drops the broker's own lines about each attempt to reconnect, several a second during an outage:
 * the link writes one line when it goes down and one when it is back.
 */
public final class QuietRetries extends Filter<ILoggingEvent> {

  private static final int CODE_LENGTH = "AMQ224091".length();

  private static final Set<String> CODES =
      Set.of(
          "AMQ224091", // bridge cannot connect, retrying
          "AMQ222098", // peer is starting, retrying
          "AMQ224018", // session refused while starting
          "AMQ222094", // bridge connection failed
          "AMQ222095", // bridge connection closed
          "AMQ222160"); // no notification that the bridge stopped: the broker has stopped

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    return message.length() > CODE_LENGTH && CODES.contains(message.substring(0, CODE_LENGTH))
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
