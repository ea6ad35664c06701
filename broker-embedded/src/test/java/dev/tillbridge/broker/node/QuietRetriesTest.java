package dev.tillbridge.broker.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class QuietRetriesTest {

  private final QuietRetries filter = new QuietRetries();

  @Test
  void unknownNameIsToldOnceHoweverOftenItIsTried() {
    assertThat(filter.decide(notConnected("hq"))).isEqualTo(FilterReply.NEUTRAL);
    assertThat(filter.decide(notConnected("hq"))).isEqualTo(FilterReply.DENY);
    assertThat(filter.decide(notConnected("hq.example"))).isEqualTo(FilterReply.NEUTRAL);
  }

  private static LoggingEvent notConnected(String host) {
    return new LoggingEvent(
        QuietRetriesTest.class.getName(),
        new LoggerContext().getLogger("org.apache.activemq.artemis.core.client"),
        Level.ERROR,
        "AMQ214016: Failed to create netty connection",
        new UnknownHostException(host),
        null);
  }
}
