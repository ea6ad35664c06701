package dev.tillbridge.devices.javapos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardSwipe;
import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.devices.simulated.SimulatedMsr;
import dev.tillbridge.devices.simulated.TestCard;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.MSR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JavaPosMsrTest {

  private static final AtomicInteger LANES = new AtomicInteger();
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ZERO, Duration.ofMillis(40));

  @TempDir Path folder;
  private final LaneId lane = new LaneId("T04", "R" + LANES.incrementAndGet());
  private final SimulatedMsr reader = SimulatedDevices.of(lane).msr();
  private final List<CardSwipe> swiped = new CopyOnWriteArrayList<>();
  private JavaPosPeripherals peripherals;

  @BeforeEach
  void open() {
    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ZERO);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    peripherals.onSwipe(swiped::add);
  }

  @AfterEach
  void close() {
    peripherals.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHOP_CARD")
  void swipeGivesMaskedNumberSchemeAndToken(TestCard card) {
    assertThat(reader.swipe(card)).isTrue();

    await().until(() -> swiped.size() == 1);
    assertThat(read(0).masked()).isEqualTo(card.masked()).matches("\\d{6}\\*{5,6}\\d{4}");
    assertThat(read(0).scheme()).isEqualTo(card.scheme());
    assertThat(read(0).token()).matches("[a-p]{32}");
  }

  @Test
  void cardOfTheShopsOwnIsReadWithItsNumberAndOneWithoutDigitsIsNotRead() {
    reader.swipe(TestCard.SHOP_CARD);
    reader.swipe("98110026");
    reader.swipe("981");

    await().until(() -> swiped.size() == 3);
    assertThat(swiped.get(0))
        .isEqualTo(new CardSwipe.OfCustomer(new String(TestCard.SHOP_CARD.number(), US_ASCII)));
    assertThat(swiped.get(1)).isEqualTo(new CardSwipe.OfCustomer("98110026"));
    assertThat(swiped.get(2)).isInstanceOf(CardSwipe.Unreadable.class);
  }

  @Test
  void sameCardHasTheSameTokenAndAnotherHasAnother() {
    reader.swipe(TestCard.VISA);
    reader.swipe(TestCard.MASTERCARD);
    reader.swipe(TestCard.VISA);

    await().until(() -> swiped.size() == 3);
    assertThat(read(2)).isEqualTo(read(0));
    assertThat(read(1).token()).isNotEqualTo(read(0).token());
  }

  @Test
  void tokensOfAKeyFileOutliveTheStartAndOthersDoNot() throws Exception {
    Path key = Files.write(folder.resolve("tokens.key"), new byte[32]);
    String plain = Files.readString(jposXml());
    String keyed =
        plain.replace(
            "<prop name=\"lineMillis\"",
            "<prop name=\"tokenKeyFile\" type=\"String\" value=\""
                + key
                + "\"/><prop name=\"lineMillis\"");
    Card first = firstSwipeAfterRestart(keyed);
    Card second = firstSwipeAfterRestart(keyed);

    assertThat(second).isEqualTo(first);
    assertThat(firstSwipeAfterRestart(plain).token()).isNotEqualTo(first.token());
  }

  @Test
  void keyFileThatCannotKeepASecretIsRefused() throws Exception {
    Path key = Files.write(folder.resolve("tokens.key"), new byte[31]);
    restart(
        Files.readString(jposXml())
            .replace(
                "<prop name=\"lineMillis\"",
                "<prop name=\"tokenKeyFile\" type=\"String\" value=\""
                    + key
                    + "\"/><prop name=\"lineMillis\""));

    assertThat(status().state()).contains("tokens.key has 31 bytes; allowed: 32 to 1024.");
    assertThat(reader.swipe(TestCard.VISA)).isFalse();
  }

  @Test
  void badSwipeIsToldInWordsAndTheNextOneIsRead() {
    assertThat(reader.swipeBadly()).isTrue();
    await().until(() -> swiped.size() == 1);
    reader.swipe(TestCard.AMEX);

    await().until(() -> swiped.size() == 2);
    assertThat(swiped.getFirst())
        .isEqualTo(
            new CardSwipe.Unreadable(
                new Fault(
                    "card reader",
                    "The card reader did not read the card.",
                    "Draw it through again, evenly and stripe down.")));
    assertThat(read(1).scheme()).isEqualTo("American Express");
  }

  @Test
  void cardNobodyWantsIsForgottenAtOnce() throws Exception {
    peripherals.close();
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    for (int n = 0; n < 30; n++) {
      await().until(() -> reader.swipe(TestCard.VISA));
    }

    peripherals.onSwipe(swiped::add);
    await().until(() -> reader.swipe(TestCard.AMEX));

    await().until(() -> swiped.stream().anyMatch(JavaPosMsrTest::isAmex));
    assertThat(swiped.size()).isLessThanOrEqualTo(11);
  }

  @Test
  void unpluggedReaderIsFoundAgainAndReadsForTheConsumerSetBefore() {
    reader.setPlugged(false);
    await().until(() -> !status().ok());
    assertThat(reader.swipe(TestCard.VISA)).isFalse();

    reader.setPlugged(true);

    await().until(() -> status().ok() && reader.swipe(TestCard.VISA));
    await().until(() -> !swiped.isEmpty());
  }

  @Test
  void readerHeldByAnotherProgramIsTakenOnceReleased() throws Exception {
    peripherals.close();
    MSR other = new MSR();
    other.open(DeviceKind.MSR.logicalName(lane));
    other.claim(0);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    peripherals.onSwipe(swiped::add);
    assertThat(status().state()).isEqualTo("in use by another program");

    other.close();

    await().until(() -> reader.swipe(TestCard.VISA));
    await().until(() -> swiped.size() == 1);
  }

  @Test
  void noCardNumberIsLeftInTheMemoryOfTheProcess() throws Exception {
    reader.swipe(TestCard.VISA);
    reader.swipe(TestCard.MAESTRO);
    await().until(() -> swiped.size() == 2);

    Path dump = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);

    // The search itself is sound: it finds what is kept on purpose.
    assertThat(contains(dump, read(0).masked().getBytes(US_ASCII))).isTrue();
    for (TestCard card : List.of(TestCard.VISA, TestCard.MAESTRO)) {
      byte[] number = card.number();
      assertThat(contains(dump, number)).as(card.scheme() + " number in memory").isFalse();
      Arrays.fill(number, (byte) 0);
    }
  }

  @Test
  void terminalsNumberIsMaskedWhateverItReports() {
    assertThat(CardNumber.masked("400000******1234")).isEqualTo("400000******1234");
    assertThat(CardNumber.masked("4000 00xx xxxx 1234")).isEqualTo("400000******1234");
    assertThat(CardNumber.masked("40000012****1234")).isEqualTo("*".repeat(16));
    byte[] number = TestCard.VISA.number();
    assertThat(CardNumber.masked(new String(number, US_ASCII))).isEqualTo(TestCard.VISA.masked());
    assertThat(CardNumber.masked("")).isEmpty();
  }

  @Test
  void bufferIsZeroAfterTheCardWasTaken() {
    byte[] track = ";4000001234567899=49122010000?".getBytes(US_ASCII);

    CardSwipe swipe = CardNumber.take(track, CardTokens.passing(new SecureRandom())).get();

    assertThat(((CardSwipe.OfBank) swipe).card().masked()).isEqualTo("400000******7899");
    assertThat(track).containsOnly(0);
  }

  private static boolean isAmex(CardSwipe swipe) {
    return swipe instanceof CardSwipe.OfBank(Card card) && card.scheme().equals("American Express");
  }

  private Card firstSwipeAfterRestart(String xml) throws IOException {
    restart(xml);
    swiped.clear();
    reader.swipe(TestCard.VISA);
    await().until(() -> swiped.size() == 1);
    return read(0);
  }

  private void restart(String xml) throws IOException {
    peripherals.close();
    Files.writeString(jposXml(), xml);
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
    peripherals.onSwipe(swiped::add);
  }

  private static boolean contains(Path file, byte[] wanted) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      for (int at = 0; at <= bytes.limit() - wanted.length; at++) {
        int same = 0;
        while (same < wanted.length && bytes.get(at + same) == wanted[same]) {
          same++;
        }
        if (same == wanted.length) {
          return true;
        }
      }
      return false;
    }
  }

  private Path jposXml() {
    return folder.resolve("jpos.xml");
  }

  private Card read(int n) {
    assertThat(swiped.get(n)).isInstanceOf(CardSwipe.OfBank.class);
    return ((CardSwipe.OfBank) swiped.get(n)).card();
  }

  private DeviceStatus status() {
    return peripherals.status().stream()
        .filter(status -> status.device().equals("card reader"))
        .findFirst()
        .orElseThrow();
  }
}
