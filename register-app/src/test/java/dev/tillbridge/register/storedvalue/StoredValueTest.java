package dev.tillbridge.register.storedvalue;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredValueTest {

  private static final String LANTERN = "85123A"; // 2.55

  private final Shop shop = Shop.open();

  @Test
  void aGiftCertificateGetsItsNumberFromTheTicketThatPaysForIt() {
    done(sell(null, "25.00"));
    done(sell(null, "10.00"));
    Ticket ticket = paid();

    assertThat(ticket.kind()).isEqualTo(TicketKind.SALE);
    assertThat(ticket.total()).isEqualTo(gbp("35.00"));
    assertThat(ticket.tax()).isEqualTo(gbp("0.00"));
    assertThat(numbers(ticket))
        .containsExactly(
            new StoredValueNumber("S01-R01-1", StoredValueKind.GIFT, 1).toString(),
            new StoredValueNumber("S01-R01-1", StoredValueKind.GIFT, 2).toString());
  }

  @Test
  void whatIsOnItPaysAPartAndWhatIsLeftAnotherTime() {
    String number = issued("6.00");
    shop.scan(LANTERN, "2"); // 5.10
    done(redeem(number, null));
    assertThat(there(shop.lane.state().lastTicket()).tenders())
        .containsExactly(new Tender.StoredValue(gbp("5.10"), StoredValueKind.GIFT, number, false));

    shop.scan(LANTERN, "1");
    done(redeem(number, null));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("1.65"));
    Ticket ticket = paid();

    assertThat(ticket.tenders()).hasSize(2);
    shop.scan(LANTERN, "1");
    assertThat(refused(redeem(number, null), StoredValueRefusal.OnlyLeft.class).message())
        .isEqualTo(number + " has nothing left, as far as this register knows.");
  }

  @Test
  void moreThanIsOnItIsRefusedAlsoInTwoPaymentsOfOneTicket() {
    String number = issued("6.00");
    shop.scan(LANTERN, "5");

    refused(redeem(number, "6.01"), StoredValueRefusal.OnlyLeft.class);
    done(redeem(number, "4.00"));
    refused(redeem(number, "2.01"), StoredValueRefusal.OnlyLeft.class);
    done(redeem(number, "2.00"));
  }

  @Test
  void oneOfAnotherRegisterIsTakenUpToTheShopsAllowanceAndNoFurther() {
    Shop generous = new Shop(gbp("5.00"));
    generous.lane.signOn("1001", "1234");
    generous.lane.openDrawer(gbp("100.00"));
    String number = new StoredValueNumber("S02-R01-77", StoredValueKind.CREDIT, 1).toString();
    generous.scan(LANTERN, "3");

    done(generous.lane.carryOut(new Redeem(number, gbp("3.00"))));
    Refusal more =
        refused(
            generous.lane.carryOut(new Redeem(number, gbp("2.01"))),
            StoredValueRefusal.OverAllowance.class);
    generous.lane.tenderExactCash();

    assertThat(more.message()).contains("GBP 5.00 may be taken here").contains("GBP 2.00 is left");
    generous.restart();
    generous.lane.signOn("1001", "1234");
    generous.scan(LANTERN, "1");
    done(generous.lane.carryOut(new Redeem(number, null)));
    assertThat(generous.lane.view().ticket().due()).isEqualTo(gbp("0.55"));
  }

  @Test
  void withoutAnAllowanceOneOfAnotherRegisterIsRefused() {
    shop.scan(LANTERN, "1");
    String number = new StoredValueNumber("S02-R01-77", StoredValueKind.GIFT, 1).toString();

    assertThat(refused(redeem(number, null), StoredValueRefusal.OverAllowance.class).message())
        .contains("nothing is allowed unasked here");
  }

  @Test
  void aWrongDigitIsNoNumber() {
    shop.scan(LANTERN, "1");

    refused(redeem("S01-R01-1G1-00", null), StoredValueRefusal.NotANumber.class);
    refused(sell("S01-R01-1G1-00", "1.00"), StoredValueRefusal.NotANumber.class);
  }

  @Test
  void moreIsPutOnOneThatIsThere() {
    String number = issued("5.00");
    done(sell(number, "3.00"));
    Ticket ticket = paid();

    assertThat(ticket.charges())
        .containsExactly(
            new Charge.StoredValueSold(gbp("3.00"), StoredValueKind.GIFT, number, true));
    shop.scan(LANTERN, "4");
    done(redeem(number, "8.00"));
  }

  @Test
  void aReturnIsRefundedToAStoreCreditWithoutCash() {
    shop.scan(LANTERN, "2");
    Ticket sold = paid();
    Money drawer = there(shop.lane.view().drawer()).cash();
    back(sold, "2");

    done(shop.lane.carryOut(new RefundToStoredValue(null)));

    Ticket ticket = there(shop.lane.state().lastTicket());
    assertThat(ticket.kind()).isEqualTo(TicketKind.RETURN);
    assertThat(ticket.total()).isEqualTo(gbp("0.00"));
    assertThat(ticket.tenders()).isEmpty();
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(drawer);
    String number = numbers(ticket).getFirst();
    assertThat(number)
        .isEqualTo(new StoredValueNumber("S01-R01-2", StoredValueKind.CREDIT, 1).toString());
    shop.scan(LANTERN, "2");
    done(redeem(number, null));
  }

  @Test
  void aRefundMayGoBackOnTheCertificateThatPaid() {
    String number = issued("5.10");
    shop.scan(LANTERN, "2");
    done(redeem(number, null));
    Ticket sold = there(shop.lane.state().lastTicket());
    back(sold, "1");

    done(shop.lane.carryOut(new RefundToStoredValue(number)));

    shop.scan(LANTERN, "1");
    done(redeem(number, null));
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    refused(sell(null, "0.00"), StoredValueRefusal.NothingToLoad.class);
    refused(
        shop.lane.carryOut(new RefundToStoredValue(null)),
        StoredValueRefusal.NothingToRefund.class);
    refused(shop.lane.carryOut(new WithoutCharge(1)), StoredValueRefusal.NoSuchCharge.class);
    String number = issued("5.00");
    refused(redeem(number, null), StoredValueRefusal.NothingToPay.class);
    for (int i = 0; i < StoredValueNumber.PLACES; i++) {
      done(sell(null, "1.00"));
    }
    refused(sell(null, "1.00"), StoredValueRefusal.TooMany.class);
    done(shop.lane.carryOut(new WithoutCharge(3)));
    done(sell(null, "2.00"));
    assertThat(numbers(paid())).doesNotHaveDuplicates().hasSize(StoredValueNumber.PLACES);
  }

  @Test
  void oneOnATicketThatIsVoidedIsWorthNothing() {
    done(sell(null, "5.00"));
    shop.lane.voidTicket();
    String number = new StoredValueNumber("S01-R01-1", StoredValueKind.GIFT, 1).toString();
    shop.scan(LANTERN, "1");

    refused(redeem(number, null), StoredValueRefusal.OnlyLeft.class);
  }

  @Test
  void theWholeNumberIsOnTheReceipt() {
    String number = issued("5.00");
    ReceiptLayout layout = new ReceiptLayout(List.of("Shop"), ZoneId.of("Europe/London"));
    var entry = there(shop.lane.state().last()).entry();

    Receipt paper = layout.of(entry, there(shop.lane.state().lastTicket()), Map.of(), false);

    assertThat(paper.lines()).contains("  " + number);
  }

  private Ticket paid() {
    shop.lane.tenderExactCash();
    return there(shop.lane.state().lastTicket());
  }

  private String issued(String amount) {
    done(sell(null, amount));
    return numbers(paid()).getFirst();
  }

  private void back(Ticket sold, String quantity) {
    TreeMap<Integer, BigDecimal> lines = new TreeMap<>(Map.of(1, new BigDecimal(quantity)));
    done(shop.lane.carryOut(new BringBack(sold, lines, "too small")));
  }

  private static List<String> numbers(Ticket ticket) {
    return ticket.charges().stream()
        .map(charge -> ((Charge.StoredValueSold) charge).number())
        .toList();
  }

  private Outcome sell(@Nullable String number, String amount) {
    return shop.lane.carryOut(new SellStoredValue(number, gbp(amount)));
  }

  private Outcome redeem(String number, @Nullable String amount) {
    return shop.lane.carryOut(new Redeem(number, amount == null ? null : gbp(amount)));
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static Refusal refused(Outcome outcome, Class<? extends Refusal> why) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal).isInstanceOf(why);
    return refusal;
  }
}
