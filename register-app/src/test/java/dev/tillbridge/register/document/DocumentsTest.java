package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each step of each kind of document, and each refusal, at one lane. */
class DocumentsTest {

  private static final String D1 = "S01-R01-D1";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Shop shop = Shop.open();

  @Test
  void aHoldEndsTheTicketOnceItIsInTheJournal() {
    shop.scan("71053", "2");

    done(Begin.hold("Blue coat"));

    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
    assertThat(open()).extracting(Document::number).containsExactly(D1);
    assertThat(open().getFirst().label()).isEqualTo("Blue coat");
    assertThat(open().getFirst().total()).isEqualTo(gbp("6.78"));
    assertThat(shop.restart().view().ticket().isEmpty()).isTrue();
  }

  @Test
  void onANewDiskNumbersGoOnAfterThoseHqKnows() {
    shop.delivery.hq(
        shop.journal.lane(), 0, 0, 0, new Watermark.LastNumbers(12, 0, 0), shop.clock.instant());
    shop.scan("71053", "2");

    done(Begin.hold("Blue coat"));

    assertThat(open()).extracting(Document::number).containsExactly("S01-R01-D13");
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "UNKNOWN_NOT_STORED"})
  void aHoldThatIsNotInTheJournalLeavesTheTicketInHand(Fault fault) {
    shop.scan("71053", "2");
    shop.journal.failNextAppend(fault);

    Outcome outcome = shop.lane.carryOut(Begin.hold(""));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
    assertThat(open()).isEmpty();
  }

  @Test
  void aHoldStoredByAWriteOfUnknownOutcomeIsNotAlsoInHand() {
    shop.openTickets.forgetRemovals = true;
    shop.scan("71053", "2");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    shop.lane.carryOut(Begin.hold(""));
    shop.journal.unreadable(false);

    restart();

    assertThat(open()).hasSize(1);
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void aHoldInDoubtThatTurnsOutStoredIsDoneOnce() {
    shop.scan("71053", "2");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    refused(Begin.hold("x"), Refusal.OutcomeUnknown.class);
    shop.journal.unreadable(false);

    done(Begin.hold("x"));

    assertThat(open()).hasSize(1);
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void aRecalledHoldIsTheTicketInHandAndNoLongerOpen() {
    shop.scan("71053", "2");
    shop.scan("22752", "1");
    LaneView.Open before = shop.lane.view().ticket();
    Document held = begun(Begin.hold(""));

    done(new Recall(D1));

    assertThat(shop.lane.view().ticket().lines()).isEqualTo(before.lines());
    assertThat(shop.lane.view().ticket().particulars().document()).isNull();
    assertThat(shop.lane.view().ticket().total()).isEqualTo(held.total());
    assertThat(open()).isEmpty();
    assertThat(last(DocumentRecorded.class).document().state()).isEqualTo(DocumentState.DONE);
    done(Begin.hold("again"));
    assertThat(open()).extracting(Document::number).containsExactly("S01-R01-D2");
  }

  @Test
  void aRecalledHoldIsPricedWithTheBookOfNow() {
    shop.scan("71053", "2");
    Document held = begun(Begin.hold(""));
    shop.book =
        Optional.of(
            new ShopBook(8).with("71053", "WHITE METAL LANTERN", "GBP 4.00", ShopBook.STANDARD));

    done(new Recall(D1));

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("8.00"));
    assertThat(held.total()).isEqualTo(gbp("6.78"));
    assertThat(shop.lane.view().ticket().priceBook()).isEqualTo(8);
  }

  @Test
  void whatAManagerTookOffStaysWhenAClerkRecalls() {
    shop.scan("71053", "2");
    shop.lane.discount(new Discount(1, new BigDecimal("50"), null, "damaged"));
    shop.scan("22752", "1");
    shop.lane.overridePrice(2, gbp("5.00"), "as promised");
    Money total = shop.lane.view().ticket().total();
    done(Begin.hold(""));
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");

    done(new Recall(D1));

    assertThat(shop.lane.view().ticket().total()).isEqualTo(total);
    assertThat(shop.lane.view().ticket().lines().getFirst().discounts().getFirst().name())
        .isEqualTo("damaged");
  }

  @Test
  void aHoldIsRecalledOnce() {
    shop.scan("71053", "1");
    done(Begin.hold(""));
    done(new Recall(D1));
    shop.lane.tenderExactCash();

    refused(new Recall(D1), DocumentRefusal.NotOpen.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "UNKNOWN_NOT_STORED"})
  void aRecallThatIsNotInTheJournalLeavesTheHoldOpenAndNothingInHand(Fault fault) {
    shop.scan("71053", "1");
    done(Begin.hold(""));
    shop.journal.failNextAppend(fault);

    assertThat(shop.lane.carryOut(new Recall(D1))).isInstanceOf(Outcome.Refused.class);

    assertThat(open()).hasSize(1);
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
    assertThat(shop.restart().view().ticket().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN_STORED", "UNKNOWN_NOT_STORED"})
  void aRecallCutShortByAPowerCutIsFinishedByTheStart(Fault fault) {
    shop.scan("71053", "1");
    done(Begin.hold(""));
    shop.journal.failNextAppend(fault);
    shop.journal.unreadable(true);
    refused(new Recall(D1), Refusal.OutcomeUnknown.class);
    shop.journal.unreadable(false);

    restart();
    Outcome second = shop.lane.carryOut(new Recall(D1));

    assertThat(second).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
    assertThat(shop.lane.view().ticket().particulars().document()).isNull();
    assertThat(open()).isEmpty();
    shop.lane.tenderExactCash();
    assertThat(tickets()).hasSize(1);
    assertThat(tickets().getFirst().document()).isNull();
  }

  @Test
  void aRecallCutShortIsNotHeldASecondTimeBesideTheFirst() {
    shop.scan("71053", "1");
    done(Begin.hold(""));
    shop.journal.failNextAppend(Fault.UNKNOWN_NOT_STORED);
    shop.journal.unreadable(true);
    shop.lane.carryOut(new Recall(D1));
    shop.journal.unreadable(false);
    restart();

    done(Begin.hold("again"));

    assertThat(open()).extracting(Document::number).containsExactly("S01-R01-D2");
  }

  @Test
  void aRecallNeedsAnEmptyTicketAndAHold() {
    shop.scan("71053", "1");
    done(Begin.hold(""));
    shop.scan("22752", "1");
    refused(new Recall(D1), Refusal.TicketInProgress.class);
    done(Begin.quote("", null));

    refused(new Recall("S01-R01-D2"), DocumentRefusal.OtherKind.class);
    refused(new Recall("S01-R01-D9"), DocumentRefusal.NotOpen.class);
    refused(new PickUp(D1), DocumentRefusal.OtherKind.class);
    refused(new Pay(D1, gbp("1.00")), DocumentRefusal.OtherKind.class);
  }

  @Test
  void aQuoteIsSoldAtThePricesPromisedWithTheBookThatPromisedThem() {
    shop.scan("71053", "2");
    done(Begin.quote("Mrs Lind", null));
    assertThat(open().getFirst().due()).isEqualTo(TODAY.plusDays(14));
    shop.book =
        Optional.of(
            new ShopBook(8).with("71053", "WHITE METAL LANTERN", "GBP 9.00", ShopBook.STANDARD));

    done(new PickUp(D1));
    restart();
    shop.lane.tenderExactCash();

    Ticket sold = tickets().getLast();
    assertThat(sold.total()).isEqualTo(gbp("6.78"));
    assertThat(sold.priceBook()).isEqualTo(7);
    assertThat(there(sold.pricing()).moment().toLocalDate()).isEqualTo(TODAY);
    assertThat(sold.document()).isEqualTo(new DocumentStep(D1, DocumentState.DONE));
    assertThat(open()).isEmpty();
    refused(new PickUp(D1), DocumentRefusal.NotOpen.class);
  }

  @Test
  void aQuoteIsSoldOnItsLastDayAndRefusedOnTheNext() {
    shop.scan("71053", "1");
    done(Begin.quote("", TODAY.plusDays(2)));
    onTheDay(2);
    done(new PickUp(D1));
    shop.lane.voidTicket();
    assertThat(open()).hasSize(1);

    onTheDay(1);

    assertThat(refused(new PickUp(D1), DocumentRefusal.Expired.class))
        .isEqualTo(
            "The prices of S01-R01-D1 were promised until 2026-11-24, and today is 2026-11-25."
                + " Ring the goods at today's prices, and cancel the quote.");
    done(new Cancel(D1));
    assertThat(open()).isEmpty();
  }

  @Test
  void whatWasAgreedIsNotChangedOnTheTicketThatHandsItOver() {
    shop.scan("71053", "1");
    done(Begin.quote("", null));
    done(new PickUp(D1));

    assertThat(shop.scan("22752", "1")).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.voidLine(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().refusal()).contains("stays as it was agreed");
    refused(Begin.hold(""), Refusal.DocumentInHand.class);
  }

  @Test
  void anOrderTakesADepositAndIsPickedUpWithTheRest() {
    shop.scan("22752", "2");
    done(Begin.order("Mr Ek", TODAY.plusDays(10), gbp("5.00")));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("5.00"));
    shop.lane.tenderCash(gbp("10.00"));
    assertThat(open().getFirst().paid()).isEqualTo(gbp("5.00"));

    done(new PickUp(D1));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("10.30"));
    shop.lane.tenderExactCash();

    Ticket pickedUp = tickets().getLast();
    assertThat(pickedUp.tenders())
        .containsExactly(new Tender.Deposit(gbp("5.00"), D1), new Tender.Cash(gbp("10.30")));
    assertThat(open()).isEmpty();
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("115.30"));
  }

  @Test
  void aDepositStaysOnThePickUpAndVoidingItLeavesTheOrderOpen() {
    order("5.00");
    done(new PickUp(D1));

    assertThat(shop.lane.giveBack(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().refusal()).contains("GBP 5.00 were paid on S01-R01-D1 before");
    assertThat(shop.lane.voidTicket()).isInstanceOf(Outcome.Done.class);

    assertThat(open().getFirst().paid()).isEqualTo(gbp("5.00"));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void aPickUpRestoredAfterAPowerCutStillHasItsDeposit() {
    order("5.00");
    done(new PickUp(D1));

    restart();

    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("10.30"));
    shop.lane.tenderExactCash();
    assertThat(open()).isEmpty();
  }

  @Test
  void anOrderPaidInFullIsCompleteAtOnceWhenItIsPickedUp() {
    order("15.30");

    done(new PickUp(D1));

    assertThat(tickets().getLast().tenders()).containsExactly(new Tender.Deposit(gbp("15.30"), D1));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
    assertThat(open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "UNKNOWN_NOT_STORED"})
  void aPickUpThatIsNotInTheJournalLeavesTheOrderOpenWithItsDeposit(Fault fault) {
    order("15.30");
    shop.journal.failNextAppend(fault);

    assertThat(shop.lane.carryOut(new PickUp(D1))).isInstanceOf(Outcome.Refused.class);

    assertThat(open().getFirst().paid()).isEqualTo(gbp("15.30"));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void anOrderIsCancelledAndItsDepositPaidBackWhole() {
    order("5.00");

    done(new Cancel(D1));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("-5.00"));
    shop.lane.tenderExactCash();

    assertThat(open()).isEmpty();
    assertThat(tickets().getLast().document())
        .isEqualTo(new DocumentStep(D1, DocumentState.CANCELLED));
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("100.00"));
  }

  @Test
  void aLayawayIsPaidByItsScheduleAndPickedUp() {
    shop.scan("71053", "1");
    done(Begin.layaway("Mrs Lind", 3, 7));
    assertThat(open().getFirst().schedule())
        .extracting(part -> part.due() + " " + part.amount())
        .containsExactly("2026-11-22 GBP 1.13", "2026-11-29 GBP 1.13", "2026-12-06 GBP 1.13");
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("1.13"));
    shop.lane.tenderExactCash();
    assertThat(there(Schedule.next(open().getFirst())).due()).isEqualTo(TODAY.plusDays(7));

    done(new Pay(D1, gbp("2.26")));
    shop.lane.tenderExactCash();
    assertThat(Schedule.next(open().getFirst())).isNull();
    refused(new Pay(D1, gbp("0.01")), DocumentRefusal.PaidUp.class);
    done(new PickUp(D1));

    assertThat(open()).isEmpty();
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("103.39"));
  }

  @Test
  void aPartOfAnInstalmentLeavesTheRestOfItDue() {
    shop.scan("22752", "1");
    done(Begin.layaway("", 2, 7));
    shop.lane.voidTicket();
    done(new Pay(D1, gbp("1.00")));
    shop.lane.tenderExactCash();

    assertThat(there(Schedule.next(open().getFirst())).amount()).isEqualTo(gbp("2.83"));
    assertThat(open().getFirst().schedule())
        .extracting(part -> part.amount())
        .containsExactly(gbp("3.83"), gbp("3.82"));
  }

  @Test
  void aCancelledLayawayKeepsTheFeeAndPaysTheRestBack() {
    layawayPaid("5.00");

    done(new Cancel(D1));
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("-4.23"));
    shop.lane.tenderExactCash();

    assertThat(tickets().getLast().charges())
        .containsExactly(
            new Charge.DepositPaid(gbp("-5.00"), D1),
            new Charge.Fee(gbp("0.77"), "Cancellation fee", D1));
    assertThat(open()).isEmpty();
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(gbp("100.77"));
  }

  @Test
  void theFeeIsNeverMoreThanWasPaid() {
    layawayPaid("0.50");

    done(new Cancel(D1));

    assertThat(tickets().getLast().total()).isEqualTo(gbp("0.00"));
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
    assertThat(open()).isEmpty();
  }

  @Test
  void moreThanIsLeftIsNotTaken() {
    shop.scan("22752", "1");
    done(Begin.order("", null, null));

    refused(new Pay(D1, gbp("7.66")), DocumentRefusal.TooMuch.class);
    refused(new Pay(D1, gbp("0.00")), DocumentRefusal.TooMuch.class);
    shop.scan("22752", "1");
    refused(Begin.order("", null, gbp("7.66")), DocumentRefusal.TooMuch.class);
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void nothingAndPaymentsTakenMakeNoDocument(DocumentKind kind) {
    refused(begin(kind), Refusal.EmptyTicket.class);
    shop.scan("22752", "1");
    shop.lane.tenderCash(gbp("1.00"));

    refused(begin(kind), Refusal.PaymentsTaken.class);
  }

  @Test
  void limitsAreNamed() {
    shop.scan("22752", "1");

    refused(Begin.hold("x".repeat(41)), Refusal.NotAllowed.class);
    refused(Begin.quote("", TODAY.minusDays(1)), DocumentRefusal.DueDay.class);
    refused(Begin.order("", TODAY.plusDays(367), null), DocumentRefusal.DueDay.class);
    refused(Begin.layaway("", 0, 7), Refusal.NotAllowed.class);
    refused(Begin.layaway("", 53, 7), Refusal.NotAllowed.class);
    refused(Begin.layaway("", 3, 0), Refusal.NotAllowed.class);
    assertThat(open()).isEmpty();
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
  }

  @Test
  void goodsThatComeBackCanBeHeldAndNotPromised() {
    shop.kind(dev.tillbridge.model.ticket.TicketKind.RETURN);
    shop.scan("22752", "1");

    refused(Begin.quote("", null), DocumentRefusal.GoodsComeBack.class);
    done(Begin.hold(""));
    done(new Recall(D1));

    assertThat(shop.lane.view().ticket().lines())
        .extracting(TicketLine::quantity)
        .containsExactly(new BigDecimal("-1"));
  }

  @Test
  void goodsBackByAReceiptAreNotHeldWhereNobodyCountsThem() {
    shop.scan("71053", "2");
    shop.lane.tenderExactCash();
    Ticket sold = tickets().getFirst();
    done(new BringBack(sold, new TreeMap<>(Map.of(1, BigDecimal.TWO)), "too big"));

    refused(Begin.hold(""), DocumentRefusal.NotKept.class);

    assertThat(open()).isEmpty();
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
  }

  @Test
  void documentsOutliveTheEntriesThatBeganThem() {
    layawayPaid("5.00");
    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out
    shop.journal.letGo(shop.journal.recorded() - 1);

    restart();

    assertThat(open().getFirst().paid()).isEqualTo(gbp("5.00"));
    done(new PickUp(D1));
    shop.lane.tenderExactCash();
    assertThat(there(shop.lane.view().last()).total()).isEqualTo(gbp("7.65"));
  }

  private void order(String deposit) {
    shop.scan("22752", "2");
    done(Begin.order("", null, gbp(deposit)));
    shop.lane.tenderExactCash();
  }

  private void layawayPaid(String amount) {
    shop.scan("22752", "1");
    done(Begin.layaway("", 4, 14));
    shop.lane.voidTicket();
    done(new Pay(D1, gbp(amount)));
    shop.lane.tenderExactCash();
  }

  private static Begin begin(DocumentKind kind) {
    return switch (kind) {
      case HOLD -> Begin.hold("");
      case QUOTE -> Begin.quote("", null);
      case ORDER -> Begin.order("", null, null);
      case LAYAWAY -> Begin.layaway("", 4, 14);
    };
  }

  /** The drawer is closed, and opened again so many days later. */
  private void onTheDay(int days) {
    shop.lane.closeDrawer(gbp("100.00"));
    shop.clock.advance(Duration.ofDays(days));
    shop.lane.openDrawer(gbp("100.00"));
  }

  private void restart() {
    shop.restart();
    shop.lane.signOn("1001", "1234");
  }

  private List<Document> open() {
    return shop.lane.state().open().documents();
  }

  private Document begun(TillCommand command) {
    done(command);
    return open().getLast();
  }

  private void done(TillCommand command) {
    assertThat(shop.lane.carryOut(command))
        .withFailMessage(() -> String.valueOf(shop.lane.view().refusal()))
        .isInstanceOf(Outcome.Done.class);
  }

  private String refused(TillCommand command, Class<? extends Refusal> reason) {
    Outcome outcome = shop.lane.carryOut(command);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal).isInstanceOf(reason);
    return refusal.message();
  }

  private List<Ticket> tickets() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }

  private <T> T last(Class<T> kind) {
    return shop.journal.entries().reversed().stream()
        .map(stored -> stored.entry().body())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
