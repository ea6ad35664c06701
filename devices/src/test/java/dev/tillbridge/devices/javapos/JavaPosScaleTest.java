package dev.tillbridge.devices.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Weighing;
import dev.tillbridge.devices.peripherals.Weighing.NoWeight;
import dev.tillbridge.devices.peripherals.Weighing.Weight;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.devices.simulated.SimulatedScale;
import dev.tillbridge.model.identity.LaneId;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.JposException;
import jpos.Scale;
import jpos.ScaleConst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaPosScaleTest {

  private static final AtomicInteger LANES = new AtomicInteger();
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(50),
          Duration.ofSeconds(2),
          Duration.ZERO,
          Duration.ofMillis(40),
          Duration.ofMillis(400),
          Duration.ofSeconds(40));

  @TempDir Path folder;
  private final LaneId lane = new LaneId("T03", "R" + LANES.incrementAndGet());
  private final SimulatedScale scale = SimulatedDevices.of(lane).scale();
  private JavaPosPeripherals peripherals;

  @BeforeEach
  void open() {
    scale.setSettling(Duration.ofMillis(60));
    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ZERO);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
  }

  @AfterEach
  void close() {
    peripherals.close();
  }

  @Test
  void weightIsReadOnceThePlateIsAtRest() {
    scale.put(new BigDecimal("1.236"));

    assertThat(peripherals.weigh()).isEqualTo(new Weight(new BigDecimal("1.236")));
  }

  @Test
  void weightReadWhileItGrowsIsTheLast() {
    scale.put(new BigDecimal("0.500"));
    scale.put(new BigDecimal("1.500"));

    assertThat(peripherals.weigh()).isEqualTo(new Weight(new BigDecimal("1.500")));
  }

  @Test
  void plateThatDoesNotComeToRestIsAFaultWithinTheNamedTime() {
    scale.put(BigDecimal.ONE);
    scale.setRestless(true);
    long begun = System.nanoTime();

    Fault fault = fault(peripherals.weigh());

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.answer());
    assertThat(fault.message()).isEqualTo("The scale did not come to rest within 400 ms.");
    assertThat(scaleStatus().ok()).isTrue();

    scale.setRestless(false);

    assertThat(peripherals.weigh()).isEqualTo(new Weight(new BigDecimal("1.000")));
  }

  @Test
  void emptyPlateIsAFaultInWords() {
    await().until(() -> peripherals.weigh() instanceof NoWeight);

    assertThat(fault(peripherals.weigh()))
        .isEqualTo(
            new Fault(
                "scale", "The scale shows no weight.", "Put the goods on it and weigh again."));
  }

  @Test
  void overloadIsAFaultUntilTakenOff() {
    scale.put(new BigDecimal("15.001"));

    assertThat(fault(peripherals.weigh()).message()).isEqualTo("The scale is overloaded.");
    await().until(() -> scaleStatus().state().equals("overloaded") && !scaleStatus().ok());

    scale.put(new BigDecimal("15.000"));

    assertThat(peripherals.weigh()).isEqualTo(new Weight(new BigDecimal("15.000")));
    await().until(() -> scaleStatus().ok());
  }

  @Test
  void trayIsZeroedAndItsRemovalIsNoWeight() {
    scale.put(new BigDecimal("0.120"));
    await().until(() -> peripherals.zeroScale().equals(new Done()));
    scale.put(new BigDecimal("0.620"));

    assertThat(peripherals.weigh()).isEqualTo(new Weight(new BigDecimal("0.500")));

    scale.put(BigDecimal.ZERO);

    assertThat(fault(peripherals.weigh()).message()).isEqualTo("The scale shows less than zero.");
    assertThat(peripherals.zeroScale()).isEqualTo(new Done());
  }

  @Test
  void heavyLoadCannotBecomeZero() {
    scale.put(BigDecimal.ONE);
    peripherals.weigh();

    assertThat(peripherals.zeroScale())
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.message()).contains("1 kg cannot become its zero"));
    await().until(() -> peripherals.weigh() instanceof Weight);
  }

  @Test
  void unpluggedScaleFaultsAndIsFoundAgainOncePluggedIn() {
    scale.put(BigDecimal.TWO);
    scale.setPlugged(false);

    assertThat(fault(peripherals.weigh()))
        .isEqualTo(
            new Fault(
                "scale",
                "The scale is off or not connected.",
                "Check its power and cable; meanwhile type the weight."));

    scale.setPlugged(true);

    await().until(() -> scaleStatus().ok());
    assertThat(peripherals.weigh()).isEqualTo(new Weight(new BigDecimal("2.000")));
  }

  @Test
  void scaleHeldByAnotherProgramIsTakenOnceReleased() throws Exception {
    peripherals.close();
    Scale other = new Scale();
    other.open(DeviceKind.SCALE.logicalName(lane));
    other.claim(0);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    scale.put(BigDecimal.ONE);

    assertThat(fault(peripherals.weigh()).message()).contains("in use by another program");

    other.close();

    await().until(() -> peripherals.weigh() instanceof Weight);
  }

  @Test
  void laneWithoutScaleSaysSoAndShowsNone() throws Exception {
    peripherals.close();
    String all = Files.readString(jposXml());
    Files.writeString(jposXml(), all.replace("/scale\"", "/unused\""));
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

    assertThat(fault(peripherals.weigh()))
        .isEqualTo(new Fault("scale", "This lane has no scale.", "Type the weight."));
    assertThat(peripherals.status()).noneMatch(status -> status.device().equals("scale"));

    Files.writeString(jposXml(), all + "\n".repeat(9)); // of another length also within one tick
    scale.put(BigDecimal.ONE);

    await().until(() -> peripherals.weigh() instanceof Weight);
  }

  @ParameterizedTest
  @CsvSource({"kg, 1.236, 1.236", "g, 1.236, 1.236", "lb, 1.236, 1.236", "oz, 1.236, 1.236"})
  void everyUnitOfAScaleBecomesKilograms(String unit, BigDecimal load, BigDecimal read)
      throws Exception {
    peripherals.close();
    Files.writeString(
        jposXml(),
        Files.readString(jposXml())
            .replace(
                "<prop name=\"lineMillis\"",
                "<prop name=\"unit\" type=\"String\" value=\""
                    + unit
                    + "\"/><prop name=\"lineMillis\""));
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    scale.put(load);

    assertThat(peripherals.weigh()).isEqualTo(new Weight(read));
  }

  @Test
  void poundsRoundToTheGram() throws JposException {
    assertThat(ScaleType.kilograms(1_000, ScaleConst.SCAL_WU_POUND)).isEqualTo("0.454");
    assertThat(ScaleType.kilograms(1_500, ScaleConst.SCAL_WU_OUNCE)).isEqualTo("0.043");
    assertThat(ScaleType.kilograms(1_236_000, ScaleConst.SCAL_WU_GRAM)).isEqualTo("1.236");
  }

  private Path jposXml() {
    return folder.resolve("jpos.xml");
  }

  private DeviceStatus scaleStatus() {
    return peripherals.status().stream()
        .filter(status -> status.device().equals("scale"))
        .findFirst()
        .orElseThrow();
  }

  private static Fault fault(Weighing weighing) {
    assertThat(weighing).isInstanceOf(NoWeight.class);
    return ((NoWeight) weighing).why();
  }
}
