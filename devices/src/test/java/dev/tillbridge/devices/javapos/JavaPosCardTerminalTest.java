package dev.tillbridge.devices.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.acquirer.AcquirerBook;
import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardAnswer;
import dev.tillbridge.devices.peripherals.CardAnswer.Approved;
import dev.tillbridge.devices.peripherals.CardAnswer.Declined;
import dev.tillbridge.devices.peripherals.CardAnswer.PartlyApproved;
import dev.tillbridge.devices.peripherals.CardAnswer.Referral;
import dev.tillbridge.devices.peripherals.CardAnswer.Unavailable;
import dev.tillbridge.devices.peripherals.CardAnswer.Unknown;
import dev.tillbridge.devices.peripherals.CardTerminal;
import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Reversal;
import dev.tillbridge.devices.simulated.SimulatedCardTerminal;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.devices.simulated.TestCard;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.CAT;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaPosCardTerminalTest {

  private static final AtomicInteger LANES = new AtomicInteger();
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(50),
          Duration.ofMillis(400),
          Duration.ZERO,
          Duration.ofMillis(40),
          Duration.ofMillis(200),
          Duration.ofSeconds(3));

  @TempDir Path folder;
  private final LaneId lane = new LaneId("T05", "R" + LANES.incrementAndGet());
  private final SimulatedCardTerminal device = SimulatedDevices.of(lane).cardTerminal();
  private JavaPosPeripherals peripherals;
  private CardTerminal terminal;

  @BeforeEach
  void open() throws Exception {
    SimulatedJposXml.write(jposXml(), lane, folder, Duration.ZERO);
    set("replyMillis", "500");
    start(SHORT);
    acquirer().setLatency(Duration.ZERO);
  }

  @AfterEach
  void close() {
    peripherals.close();
  }

  @Test
  void approvalMovesTheMoneyOnceHoweverOftenItIsAsked() {
    CardAnswer first = terminal.authorise(gbp("12.34"), "S01-1");
    CardAnswer second = terminal.authorise(gbp("12.34"), "S01-1");

    assertThat(first).isEqualTo(second);
    assertThat(first)
        .isInstanceOfSatisfying(
            Approved.class,
            approved -> {
              assertThat(approved.amount()).isEqualTo(gbp("12.34"));
              assertThat(approved.authorisationCode()).matches("\\d{6}");
              assertThat(approved.reference()).isEqualTo("ACQ-1");
              assertThat(approved.card())
                  .isEqualTo(new Card(TestCard.VISA.masked(), "Visa", "vault-visa"));
            });
    assertThat(held()).isEqualTo(gbp("12.34"));
  }

  @Test
  void keyUsedAgainForAnotherAmountMovesNothing() {
    terminal.authorise(gbp("12.34"), "S01-1");

    assertThat(terminal.authorise(gbp("12.35"), "S01-1")).isInstanceOf(Declined.class);
    assertThat(terminal.refund(gbp("12.34"), "S01-1")).isInstanceOf(Declined.class);
    assertThat(held()).isEqualTo(gbp("12.34"));
  }

  @Test
  void declineStaysADecline() {
    acquirer().script(new Behaviour.Decline("51"));

    CardAnswer first = terminal.authorise(gbp("5.00"), "a");

    assertThat(first).isEqualTo(new Declined("There is not enough money for it (51)."));
    assertThat(terminal.authorise(gbp("5.00"), "a")).isEqualTo(first);
    assertThat(held()).isEqualTo(gbp("0.00"));
    assertThat(status().ok()).isTrue();
  }

  @Test
  void referralIsCompletedByTheCodeOfTheCall() {
    acquirer().script(new Behaviour.Refer());

    assertThat(terminal.authorise(gbp("500.00"), "big")).isInstanceOf(Referral.class);
    assertThat(held()).isEqualTo(gbp("0.00"));
    assertThat(terminal.authoriseByCode(gbp("500.00"), "big", "K7731"))
        .isInstanceOf(Approved.class);

    assertThat(terminal.authoriseByCode(gbp("500.00"), "big", "K7731"))
        .isInstanceOf(Approved.class);
    assertThat(held()).isEqualTo(gbp("500.00"));
  }

  @Test
  void partialApprovalSaysHowMuchMoved() {
    acquirer().script(new Behaviour.ApprovePart(40));

    assertThat(terminal.authorise(gbp("9.99"), "p"))
        .isInstanceOfSatisfying(
            PartlyApproved.class,
            part -> {
              assertThat(part.asked()).isEqualTo(gbp("9.99"));
              assertThat(part.amount()).isEqualTo(gbp("3.99"));
            });
    assertThat(held()).isEqualTo(gbp("3.99"));
    assertThat(terminal.reverse("p")).isEqualTo(new Reversal.Reversed());
    assertThat(held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void lostAnswerIsUnknownAndItsReversalGivesTheMoneyBack() {
    acquirer().script(new Behaviour.LoseAnswer());

    assertThat(terminal.authorise(gbp("20.00"), "u")).isInstanceOf(Unknown.class);
    assertThat(held()).isEqualTo(gbp("20.00"));

    assertThat(terminal.reverse("u")).isEqualTo(new Reversal.Reversed());
    assertThat(terminal.reverse("u")).isEqualTo(new Reversal.Reversed());
    assertThat(held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void reversalOfWhatNeverArrivedKeepsItFromBeingTakenLater() {
    acquirer().script(new Behaviour.LoseRequest());

    assertThat(terminal.authorise(gbp("20.00"), "late")).isInstanceOf(Unknown.class);
    assertThat(terminal.reverse("late")).isEqualTo(new Reversal.Reversed());

    assertThat(terminal.authorise(gbp("20.00"), "late")).isInstanceOf(Declined.class);
    assertThat(held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void outageIsNotSentAndNamesTheCardForASaleStoredMeanwhile() {
    acquirer().setOutage(true);

    assertThat(terminal.authorise(gbp("7.00"), "o"))
        .isEqualTo(
            new Unavailable(
                "The bank cannot be reached.",
                "Take another tender, or try again when it is back.",
                new Card(TestCard.VISA.masked(), "Visa", "vault-visa")));
    assertThat(terminal.reverse("o")).isInstanceOf(Reversal.Pending.class);
    assertThat(acquirer().book().entries()).isEmpty();

    acquirer().setOutage(false);
    device.takeCardAway();

    assertThat(terminal.sendStored(gbp("7.00"), "o", "vault-visa"))
        .isInstanceOfSatisfying(
            Approved.class, a -> assertThat(a.card().masked()).isEqualTo(TestCard.VISA.masked()));
    assertThat(terminal.sendStored(gbp("7.00"), "o", "vault-visa")).isInstanceOf(Approved.class);
    assertThat(held()).isEqualTo(gbp("7.00"));
  }

  @Test
  void storedSaleOfAnUnknownTokenIsDeclined() {
    assertThat(terminal.sendStored(gbp("7.00"), "o", "nobody"))
        .isEqualTo(new Declined("The bank does not know this card (14)."));
  }

  @Test
  void refundGoesBackOnce() {
    terminal.authorise(gbp("30.00"), "sale");

    assertThat(terminal.refund(gbp("10.00"), "back")).isInstanceOf(Approved.class);
    assertThat(terminal.refund(gbp("10.00"), "back")).isInstanceOf(Approved.class);

    assertThat(held()).isEqualTo(gbp("20.00"));
    assertThat(terminal.reverse("back")).isEqualTo(new Reversal.Reversed());
    assertThat(held()).isEqualTo(gbp("30.00"));
  }

  @Test
  void customerMayTakeTheirTimeButNotForEver() {
    device.takeCardAway();
    CompletableFuture<CardAnswer> payment =
        CompletableFuture.supplyAsync(() -> terminal.authorise(gbp("1.00"), "slow"));
    await().until(() -> !payment.isDone());
    device.present(TestCard.MASTERCARD);
    assertThat(payment.join())
        .isInstanceOfSatisfying(
            Approved.class, a -> assertThat(a.card().scheme()).isEqualTo("Mastercard"));

    device.takeCardAway();

    assertThat(terminal.authorise(gbp("1.00"), "gone"))
        .isEqualTo(new Declined("Cancelled at the terminal, or no card was presented."));
    assertThat(held()).isEqualTo(gbp("1.00"));
  }

  @Test
  void terminalPulledOutInMidPaymentIsUnknownAndIsFoundAgain() {
    acquirer().setLatency(Duration.ofMillis(600));
    CompletableFuture<CardAnswer> payment =
        CompletableFuture.supplyAsync(() -> terminal.authorise(gbp("3.00"), "cut"));
    await().until(() -> !acquirer().book().entries().isEmpty());

    device.setPlugged(false);

    assertThat(payment.join()).isInstanceOf(Unknown.class);
    assertThat(terminal.reverse("cut")).isInstanceOf(Reversal.Pending.class);

    device.setPlugged(true);
    acquirer().setLatency(Duration.ZERO);

    await().until(() -> terminal.reverse("cut").equals(new Reversal.Reversed()));
    assertThat(held()).isEqualTo(gbp("0.00"));
  }

  @Test
  void unpluggedTerminalIsNotSent() {
    device.setPlugged(false);

    assertThat(terminal.authorise(gbp("3.00"), "off")).isInstanceOf(Unavailable.class);

    device.setPlugged(true);
    await().until(() -> terminal.authorise(gbp("3.00"), "off") instanceof Approved);
  }

  @Test
  void terminalThatHangsIsUnknownWithinThePatienceAndBusyAfterwards() throws Exception {
    peripherals.close();
    set("replyMillis", "60000");
    Patience hasty =
        new Patience(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ZERO,
            Duration.ofMillis(40),
            Duration.ofMillis(50),
            Duration.ofMillis(300));
    start(hasty);
    acquirer().setLatency(Duration.ofSeconds(20));
    long begun = System.nanoTime();

    assertThat(terminal.authorise(gbp("3.00"), "hang")).isInstanceOf(Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    await().until(() -> terminal.reverse("hang") instanceof Reversal.Pending);
  }

  @Test
  void acquirersBookOutlivesTheRegisterAndRemembersKeys() throws Exception {
    CardAnswer before = terminal.authorise(gbp("8.00"), "kept");
    peripherals.close();
    SimulatedAcquirer.forget(book());
    Files.writeString(book(), Files.readString(book()) + "2\t2026-11-27T10:00:00Z\tSALE\thalf");

    assertThat(AcquirerBook.read(book()).held(CurrencyUnit.GBP)).isEqualTo(gbp("8.00"));
    start(SHORT);
    acquirer().setLatency(Duration.ZERO);

    assertThat(terminal.authorise(gbp("8.00"), "kept")).isEqualTo(before);
    assertThat(terminal.authorise(gbp("1.00"), "half")).isInstanceOf(Approved.class);
    assertThat(AcquirerBook.read(book()).held(CurrencyUnit.GBP)).isEqualTo(gbp("9.00"));
  }

  @Test
  void amountsDecideWhenTheyAreToldTo() {
    acquirer().setAmountsDecide(true);

    assertThat(terminal.authorise(gbp("10.00"), "1")).isInstanceOf(Approved.class);
    assertThat(terminal.authorise(gbp("10.01"), "2")).isInstanceOf(Referral.class);
    assertThat(terminal.authorise(gbp("10.05"), "3")).isInstanceOf(Declined.class);
    assertThat(terminal.authorise(gbp("10.10"), "4")).isInstanceOf(PartlyApproved.class);
    assertThat(terminal.authorise(gbp("10.68"), "5")).isInstanceOf(Unknown.class);
    assertThat(terminal.authorise(gbp("10.91"), "6")).isInstanceOf(Unknown.class);
    assertThat(held()).isEqualTo(gbp("10.00").plus(gbp("5.05")).plus(gbp("10.68")));
  }

  @Test
  void terminalHeldByAnotherProgramIsTakenOnceReleased() throws Exception {
    peripherals.close();
    CAT other = new CAT();
    other.open(DeviceKind.CARD_TERMINAL.logicalName(lane));
    other.claim(0);
    start(SHORT);

    assertThat(terminal.authorise(gbp("3.00"), "x")).isInstanceOf(Unavailable.class);

    other.close();

    await().until(() -> terminal.authorise(gbp("3.00"), "x") instanceof Approved);
  }

  @Test
  void laneWithoutTerminalSaysSo() throws Exception {
    peripherals.close();
    Files.writeString(jposXml(), Files.readString(jposXml()).replace("/cat\"", "/unused\""));
    start(SHORT);

    assertThat(terminal.authorise(gbp("3.00"), "x"))
        .isEqualTo(CardTerminal.NONE.authorise(gbp("3.00"), "x"))
        .isEqualTo(
            new Unavailable("This lane has no card terminal.", "Take another tender.", null));
    assertThat(terminal.reverse("x")).isEqualTo(CardTerminal.NONE.reverse("x"));
  }

  @Test
  void paymentThatIsNoneIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> terminal.authorise(gbp("0.00"), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terminal.authorise(gbp("1.00"), "x;y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void start(Patience patience) {
    peripherals = JavaPosPeripherals.open(jposXml(), lane, patience);
    terminal = peripherals.cardTerminal();
  }

  private void set(String property, String value) throws Exception {
    Files.writeString(
        jposXml(),
        Files.readString(jposXml())
            .replace("<prop name=\"" + property + "\"", "<prop name=\"was-" + property + "\"")
            .replace(
                "<prop name=\"lineMillis\"",
                "<prop name=\"%s\" type=\"String\" value=\"%s\"/><prop name=\"lineMillis\""
                    .formatted(property, value)));
  }

  private SimulatedAcquirer acquirer() {
    return device.acquirer();
  }

  private Money held() {
    return AcquirerBook.read(book()).held(CurrencyUnit.GBP);
  }

  private Path book() {
    return folder.resolve("acquirer.book");
  }

  private Path jposXml() {
    return folder.resolve("jpos.xml");
  }

  private DeviceStatus status() {
    return peripherals.status().stream()
        .filter(status -> status.device().equals("card terminal"))
        .findFirst()
        .orElseThrow();
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
