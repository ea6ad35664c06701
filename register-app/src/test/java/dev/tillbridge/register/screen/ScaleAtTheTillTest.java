package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Goods sold by weight at a real JavaPOS control with a simulated scale behind it. */
class ScaleAtTheTillTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S07", "R" + REGISTERS.incrementAndGet()), 0);
    till = new Till(counter.screen.url());
    till.json("/sign-on", "operator", "bo", "pin", "2222");
    till.json("/drawer/open", "float", "100");
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void goodsSoldByWeightAreRungAsTheScaleSays() {
    counter.devices.scale().put(new BigDecimal("0.352"));

    JsonNode rung = till.json("/lane/scan", "code", "40011").json();

    assertThat(rung.at("/ticket/lines/0/quantity").decimalValue()).isEqualByComparingTo("0.352");
    assertThat(rung.at("/ticket/lines/0/amount").asString()).isEqualTo("GBP 0.42");
  }

  @Test
  void anEmptyScaleRingsNothingAndSaysWhatToDo() {
    JsonNode rung = till.json("/lane/scan", "code", "40011").json();

    assertThat(rung.at("/ticket/lines").size()).isZero();
    assertThat(rung.path("refusal").asString())
        .startsWith("Bananas is sold by weight and was not rung:")
        .endsWith("A weight typed before the code counts too, such as 0.35*CODE.");
  }

  @Test
  void aTypedWeightIsRungWithoutTheScale() {
    counter.devices.scale().put(new BigDecimal("9"));

    JsonNode rung = till.json("/lane/scan", "code", "0.5*40011").json();

    assertThat(rung.at("/ticket/lines/0/quantity").decimalValue()).isEqualByComparingTo("0.5");
  }

  @Test
  void whatIsSoldByThePieceDoesNotMeetTheScale() {
    JsonNode rung = till.json("/lane/scan", "code", "71053").json();

    assertThat(rung.at("/ticket/lines/0/quantity").decimalValue()).isEqualByComparingTo("1");
    assertThat(till.json("/lane/line/1/weigh").refusal())
        .isEqualTo("White metal lantern is not sold by weight. Change its quantity with F2.");
  }

  @Test
  void aLineIsWeighedAgain() {
    till.json("/lane/scan", "code", "0.5*40011");
    counter.devices.scale().put(new BigDecimal("0.75"));

    JsonNode weighed = till.json("/lane/line/1/weigh").json();

    assertThat(weighed.at("/ticket/lines/0/quantity").decimalValue()).isEqualByComparingTo("0.75");
    assertThat(till.json("/lane/line/2/weigh").refusal()).contains("no line 2");
  }
}
