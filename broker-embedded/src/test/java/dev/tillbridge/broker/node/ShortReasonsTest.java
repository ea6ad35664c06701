package dev.tillbridge.broker.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.util.StatusPrinter2;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The log as it is configured for all programs. */
class ShortReasonsTest {

  private final LoggerContext log = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void configure() throws JoranException {
    log.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(log);
    configurator.doConfigure(ShortReasonsTest.class.getClassLoader().getResource("logback.xml"));
    new StatusPrinter2().printInCaseOfErrorsOrWarnings(log);
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>)
            log.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
    assertThat(console.getEncoder()).isInstanceOf(PatternLayoutEncoder.class);
    console.setOutputStream(written);
  }

  @AfterEach
  void stop() {
    log.stop();
  }

  @Test
  void aBrokerThatIsAwayIsOneLineWithItsReason() {
    log.getLogger("org.apache.activemq.artemis.core.client")
        .error("AMQ214016: Failed to create netty connection", new UnknownHostException("hq"));

    assertThat(lines())
        .singleElement()
        .asString()
        .endsWith("Failed to create netty connection (java.net.UnknownHostException: hq)");
  }

  @Test
  void whatNobodyExpectedKeepsItsStackTrace() {
    log.getLogger("dev.tillbridge.hq").warn("The batch stays.", new ConnectException("refused"));

    assertThat(lines()).hasSizeGreaterThan(3);
    assertThat(lines()[0]).endsWith("The batch stays.");
    assertThat(lines()[1]).isEqualTo("java.net.ConnectException: refused");
    assertThat(lines()[2]).contains("at dev.tillbridge.broker.node.ShortReasonsTest");
  }

  private String[] lines() {
    return written.toString(StandardCharsets.UTF_8).split("\\R");
  }
}
