package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.InMemoryJournal;
import dev.tillbridge.register.returns.BlindReturn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private final Shop shop = Shop.open();
  private final Lane lane = shop.lane;

  @Test
  void nothingWorksBeforeSomebodySignsOn() {
    Lane fresh = new Shop().lane;

    assertRefused(fresh.openDrawer(gbp("100.00")), Refusal.NotSignedOn.class);
    assertRefused(fresh.scan(Scan.of("71053")), Refusal.NotSignedOn.class);
    assertRefused(fresh.tenderExactCash(), Refusal.NotSignedOn.class);
    assertRefused(fresh.voidTicket(), Refusal.NotSignedOn.class);
    assertRefused(fresh.carryOut(new BlindReturn("damaged")), Refusal.NotSignedOn.class);
    assertRefused(fresh.reprint(), Refusal.NotSignedOn.class);
    assertRefused(fresh.closeDrawer(gbp("0.00")), Refusal.NotSignedOn.class);
    assertRefused(fresh.signOff(), Refusal.NotSignedOn.class);
  }

  @Test
  void aWrongPinAndAnUnknownOperatorGetTheSameAnswer() {
    Lane fresh = new Shop().lane;

    assertRefused(fresh.signOn("1001", "9999"), Refusal.WrongPin.class);
    assertRefused(fresh.signOn("4711", "1234"), Refusal.WrongPin.class);
    assertThat(fresh.view().operator()).isNull();
  }

  @Test
  void afterThreeWrongPinsEvenTheRightOneWaits() {
    Shop other = new Shop();
    for (int i = 0; i < 3; i++) {
      assertRefused(other.lane.signOn("1001", "000" + i), Refusal.WrongPin.class);
    }

    assertRefused(other.lane.signOn("1001", "1234"), Refusal.TooManyWrongPins.class);
    other.clock.advance(Duration.ofSeconds(15));

    assertThat(other.lane.signOn("1001", "1234")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anotherOperatorWaitsForTheSignOff() {
    assertRefused(lane.signOn("1002", "5678"), Refusal.AnotherIsSignedOn.class);
    assertThat(lane.signOn("1001", "1234")).isInstanceOf(Outcome.Done.class);

    lane.signOff();

    assertThat(lane.signOn("1002", "5678")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void nothingIsSoldFromAClosedDrawer() {
    lane.closeDrawer(gbp("100.00"));

    assertRefused(lane.scan(Scan.of("71053")), Refusal.DrawerClosed.class);
    assertRefused(lane.tenderExactCash(), Refusal.DrawerClosed.class);
    assertRefused(lane.closeDrawer(gbp("0.00")), Refusal.DrawerClosed.class);
  }

  @Test
  void anOpenDrawerIsNotOpenedAgain() {
    assertRefused(lane.openDrawer(gbp("50.00")), Refusal.DrawerAlreadyOpen.class);
  }

  @Test
  void anUnknownBarcodeIsNamed() {
    String message =
        assertRefused(lane.scan(Scan.of("4006381333931")), Refusal.UnknownBarcode.class);

    assertThat(message).contains("4006381333931").contains("price book 7");
    assertThat(lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void withoutAPriceBookNothingIsRung() {
    shop.book = Optional.empty();

    assertRefused(lane.scan(Scan.of("71053")), Refusal.NoPriceBook.class);
  }

  @Test
  void aBookInAnotherCurrencyIsNotUsed() {
    shop.book =
        Optional.of(new ShopBook(9).with("E1", "EURO THING", "EUR 1.00", ShopBook.STANDARD));

    assertRefused(lane.scan(Scan.of("E1")), Refusal.BookInAnotherCurrency.class);
  }

  @Test
  void quantitiesOutsideTheirLimitsAreRefused() {
    for (String quantity : new String[] {"0", "-1", "1000000", "0.0005", "1E+9"}) {
      assertRefused(shop.scan("71053", quantity), Refusal.NotAllowed.class);
    }
    assertThat(shop.scan("71053", "999999")).isInstanceOf(Outcome.Done.class);
    assertRefused(lane.changeQuantity(1, BigDecimal.ZERO), Refusal.NotAllowed.class);
  }

  @Test
  void pricesOutsideTheirLimitsAreRefused() {
    assertRefused(
        lane.scan(new Scan("71053", BigDecimal.ONE, gbp("-0.01"), "cheap", null)),
        Refusal.NotAllowed.class);
    shop.scan("71053", "1");
    assertRefused(lane.overridePrice(1, gbp("10000000.01"), "dear"), Refusal.NotAllowed.class);
    assertRefused(
        lane.overridePrice(1, Money.parse("EUR 1.00"), "abroad"), Refusal.NotAllowed.class);
  }

  @Test
  void anotherPriceNeedsAReason() {
    assertRefused(
        lane.scan(new Scan("71053", BigDecimal.ONE, gbp("3.00"), null, null)),
        Refusal.ReasonMissing.class);
    shop.scan("71053", "1");
    assertRefused(lane.overridePrice(1, gbp("3.00"), " "), Refusal.ReasonMissing.class);
    assertThat(lane.scan(new Scan("71053", BigDecimal.ONE, gbp("3.39"), null, null)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void textsOutsideTheirLimitsAreRefused() {
    assertRefused(lane.scan(Scan.of(" ")), Refusal.NotAllowed.class);
    assertRefused(lane.scan(Scan.of("9".repeat(65))), Refusal.NotAllowed.class);
    assertRefused(lane.reference("x".repeat(65)), Refusal.NotAllowed.class);
    shop.scan("71053", "1");
    assertRefused(lane.overridePrice(1, gbp("1.00"), "x".repeat(101)), Refusal.NotAllowed.class);
  }

  @Test
  void aLineThatIsNotThereIsNamed() {
    shop.scan("71053", "1");

    for (int line : new int[] {0, -1, 2}) {
      assertRefused(lane.voidLine(line), Refusal.NoSuchLine.class);
      assertRefused(lane.changeQuantity(line, BigDecimal.ONE), Refusal.NoSuchLine.class);
      assertRefused(lane.overridePrice(line, gbp("1.00"), "because"), Refusal.NoSuchLine.class);
    }
  }

  @Test
  void theTwoThousandAndFirstLineIsRefused() {
    for (int i = 0; i < LaneLimits.LINES_MAX; i++) {
      assertThat(shop.scan("71053", "1")).isInstanceOf(Outcome.Done.class);
    }

    assertRefused(shop.scan("71053", "1"), Refusal.TooManyLines.class);
    assertThat(lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anEmptyTicketIsNeitherPaidNorVoided() {
    assertRefused(lane.tenderExactCash(), Refusal.EmptyTicket.class);
    assertRefused(lane.voidTicket(), Refusal.EmptyTicket.class);
  }

  @Test
  void aZeroTotalIsNotPaid() {
    lane.scan(new Scan("71053", BigDecimal.ONE, gbp("0.00"), "gift", null));

    assertRefused(lane.tenderExactCash(), Refusal.ZeroTotal.class);
    assertRefused(lane.tenderCash(gbp("5.00")), Refusal.ZeroTotal.class);
  }

  @Test
  void aNegativeAmountIsNoPayment() {
    shop.scan("71053", "1");

    assertRefused(lane.tenderCash(gbp("-5.00")), Refusal.NotAllowed.class);
  }

  @Test
  void aTicketThatIsPartlyPaidKeepsItsLines() {
    shop.scan("71053", "1");
    lane.tenderCash(gbp("3.00"));

    String message = assertRefused(shop.scan("71053", "1"), Refusal.PaymentsTaken.class);

    assertThat(message).contains("GBP 3.00");
    assertRefused(lane.voidTicket(), Refusal.PaymentsTaken.class);
    assertRefused(lane.giveBack(2), Refusal.NoSuchPayment.class);
    assertThat(lane.giveBack(1)).isInstanceOf(Outcome.Done.class);
    assertThat(lane.voidTicket()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOpenTicketKeepsOperatorAndDrawer() {
    shop.scan("71053", "1");

    assertRefused(lane.signOff(), Refusal.TicketInProgress.class);
    assertRefused(lane.closeDrawer(gbp("100.00")), Refusal.TicketInProgress.class);
  }

  @Test
  void aFullDiskRefusesTheSaleAndKeepsTheTicket() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(InMemoryJournal.Fault.FULL);

    String message = assertRefused(lane.tenderExactCash(), Refusal.JournalFull.class);

    assertThat(message).contains("12 MB left");
    assertThat(lane.view().ticket().lines()).hasSize(1);
    assertThat(shop.devices.kicks).isZero();
    assertThat(lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aTicketThatCannotBeSavedIsNotBegun() {
    shop.openTickets.diskFull = true;

    assertRefused(shop.scan("71053", "1"), Refusal.TicketNotSaved.class);
    assertThat(lane.view().ticket().lines()).isEmpty();
  }

  @Test
  void aTicketThatCannotBeSavedAnyMoreIsFinishedWithAWarning() {
    shop.scan("71053", "1");
    shop.openTickets.diskFull = true;

    Outcome outcome = shop.scan("71053", "1");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(outcome.view().ticket().problem()).contains("The disk is full.");
    assertThat(lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    assertThat(lane.view().ticket().problem()).isNull();
  }

  @Test
  void thereIsNothingToReprintOnANewRegister() {
    assertRefused(lane.reprint(), Refusal.NothingToReprint.class);
  }

  @Test
  void theViewForgetsARefusalWithTheNextCommand() {
    lane.scan(Scan.of("nonsense"));
    assertThat(lane.view().refusal()).contains("nonsense");

    lane.scan(Scan.of("71053"));

    assertThat(lane.view().refusal()).isNull();
  }

  private static String assertRefused(Outcome outcome, Class<? extends Refusal> why) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Outcome.Refused refused = (Outcome.Refused) outcome;
    assertThat(refused.refusal()).isInstanceOf(why);
    assertThat(refused.view().refusal()).isEqualTo(refused.refusal().message());
    return refused.refusal().message();
  }
}
