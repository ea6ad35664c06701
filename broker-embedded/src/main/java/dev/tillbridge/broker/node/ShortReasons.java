package dev.tillbridge.broker.node;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * What was thrown, in the log: of the broker's client, which only tells that somebody is away, on
 * the line itself; of everybody else with all it has, on lines below.
 */
public final class ShortReasons extends ThrowableProxyConverter {

  private static final String CLIENT = "org.apache.activemq.artemis.core.client";

  @Override
  public String convert(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown == null) {
      return "";
    }
    return event.getLoggerName().startsWith(CLIENT)
        ? " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")"
        : System.lineSeparator() + super.convert(event).stripTrailing();
  }
}
