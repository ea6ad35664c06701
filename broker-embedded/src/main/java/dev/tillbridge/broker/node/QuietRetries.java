package dev.tillbridge.broker.node;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Drops the broker's own lines about each attempt to reconnect, several a second during an outage:
 * the link writes one line when it goes down and one when it is back; and that questions expire.
 * Why a connection could not even be tried, such as a name nobody knows, is told once for each
 * reason.
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
          "AMQ224143", // a message in flight was not acknowledged: it stays and is sent again
          "AMQ222147", // a question or answer that nobody fetched in its time: so they end
          "AMQ222160"); // no notification that the bridge stopped: the broker has stopped

  private static final String NOT_TRIED = "AMQ214016"; // name unknown, no route
  private static final int REASONS_MAX = 20;

  private final Set<String> reasons = ConcurrentHashMap.newKeySet();

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    if (message.length() <= CODE_LENGTH) {
      return FilterReply.NEUTRAL;
    }
    String code = message.substring(0, CODE_LENGTH);
    return CODES.contains(code) || (code.equals(NOT_TRIED) && wasTold(event))
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private boolean wasTold(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    String reason = thrown == null ? "" : thrown.getClassName() + thrown.getMessage();
    return reasons.size() >= REASONS_MAX || !reasons.add(reason);
  }
}
