package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paying from the panel, through the JavaPOS card terminal. */
class PaymentsPanelTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;
  private SimulatedAcquirer bank;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S08", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
    bank = counter.devices.cardTerminal().acquirer();
    bank.setLatency(Duration.ZERO);
    till.json("/lane/scan", "code", "22752", "quantity", "2");
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void thePanelOffersEveryWayToPay() {
    String panel = panel();

    assertThat(panel)
        .contains("£15.30")
        .contains("/lane/tender/cash")
        .contains("/lane/payment/card")
        .contains("€18.00 for all")
        .contains("Nothing was taken on this ticket yet.");
  }

  @Test
  void aTicketIsSplitOverForeignCashCardAndCash() {
    till.json("/lane/payment/foreign", "currency", "EUR", "amount", "10");
    till.json("/lane/payment/card", "amount", "5");
    await().until(() -> panel().contains("The card paid £5.00."));

    assertThat(panel()).contains("Cash EUR 10.00 at 0.85").contains("£1.80").contains("Give back");
    assertThat(till.get("/").body()).contains("Still due").contains("£1.80");
    till.json("/lane/tender/cash", "amount", "");
    assertThat(counter.lane.view().ticket().isEmpty()).isTrue();
    assertThat(panel()).contains("data-over=\"yes\"");
    assertThat(bank.book().held(CurrencyUnit.GBP)).isEqualTo(gbp("5.00"));
  }

  @Test
  void aReferralAsksForTheCodeOfTheCall() {
    bank.script(new Behaviour.Refer());

    till.json("/lane/payment/card", "amount", "");
    await().until(() -> panel().contains("The bank wants a call"));
    String waiting = panel();
    till.json("/lane/payment/card/code", "code", "A123");

    assertThat(waiting).contains("/lane/payment/card/code").doesNotContain("/lane/tender/cash");
    await().until(() -> counter.lane.view().ticket().isEmpty());
    assertThat(bank.book().held(CurrencyUnit.GBP)).isEqualTo(gbp("15.30"));
  }

  @Test
  void withoutTheBankThePanelSaysWhatWasTakenAndWhatItStillHasToHear() {
    bank.setOutage(true);

    till.json("/lane/payment/card", "amount", "");
    await().until(() -> counter.lane.view().ticket().isEmpty());

    assertThat(panel())
        .contains("The bank does not answer: £15.30 is taken without it.")
        .contains("The bank still has to hear of one card payment");
  }

  @Test
  void aPaymentIsGivenBackFromThePanel() {
    till.json("/lane/payment/card", "amount", "5");
    await().until(() -> panel().contains("The card paid £5.00."));

    till.json("/lane/payment/1/give-back");

    assertThat(counter.lane.view().ticket().due()).isEqualTo(gbp("15.30"));
    await().atMost(Duration.ofSeconds(30)).until(() -> bank.book().held(CurrencyUnit.GBP).isZero());
  }

  @Test
  void whatIsNotPossibleIsSaidInTheAnswer() {
    assertThat(till.json("/lane/payment/foreign", "currency", "USD", "amount", "5").refusal())
        .isEqualTo("USD is not taken here; EUR is. Take another payment.");
    assertThat(till.json("/lane/payment/card", "amount", "99").refusal())
        .contains("is more than the GBP 15.30 still to be paid");
    assertThat(till.json("/lane/payment/7/give-back").refusal()).contains("7");
    assertThat(till.json("/lane/payment/card/code", "code", "1").refusal())
        .isEqualTo("No card payment waits for a code. Choose a payment.");
    assertThat(counter.lane.view().ticket().due()).isEqualTo(gbp("15.30"));
  }

  private String panel() {
    return till.get("/panel/payments").body();
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
