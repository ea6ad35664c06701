package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.lane.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents between two lanes and HQ. */
class TakeOverTest {

  private static final LaneId ONE = LaneId.parse("S01-R01");
  private static final LaneId TWO = LaneId.parse("S01-R02");
  private static final Addressee HQ = new Addressee.Hq();

  private final Lanes lanes = new Lanes();
  private final Lanes.At one = lanes.add("S01-R01");
  private final Lanes.At two = lanes.add("S01-R02");

  @Test
  void aHoldOfAnotherLaneIsRecalledHere() {
    one.hold("Blue coat");

    Outcome recalled = two.recall("S01-R01-D1");

    assertThat(recalled).isInstanceOf(Outcome.Done.class);
    assertThat(two.lane().view().ticket().lines()).hasSize(1);
    assertThat(one.open()).isEmpty();
    assertThat(two.open()).isEmpty();
    assertThat(revisions("S01-R01-D1")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(two.desk.told()).isEqualTo(new Told.Done("S01-R01-D1"));
  }

  @Test
  void anOrderWithItsDepositIsPickedUpAtAnotherLane() {
    one.order("Mr Ek", "1.00");

    two.pickUp("S01-R01-D1");
    assertThat(two.lane().view().ticket().due()).isEqualTo(gbp("1.55"));
    two.lane().tenderExactCash();

    assertThat(two.open()).isEmpty();
    assertThat(one.recall("S01-R01-D1")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aDocumentGoesBackAndIsPaidOnAndCancelledWhereItIs() {
    one.order("Mr Ek", "1.00");
    two.pay("S01-R01-D1", "0.50");
    two.lane().tenderExactCash();

    one.cancel("S01-R01-D1");

    assertThat(one.lane().view().ticket().due()).isEqualTo(gbp("-1.50"));
    one.lane().tenderExactCash();
    assertThat(one.open()).isEmpty();
    assertThat(two.open()).isEmpty();
  }

  @Test
  void whoAsksAgainHasTheSameAnswerAlsoAfterARestartACheckpointAndAPurge() {
    one.hold("a");
    Answer first = one.answers().apply(TWO, new Inquiry.TakeOver("S01-R01-D1"));

    one.shop.lane.checkpoint();
    one.shop.journal.letGo(one.shop.journal.recorded() - 1);
    one.restart();

    assertThat(first).isInstanceOf(Answer.HandedOver.class);
    assertThat(one.answers().apply(TWO, new Inquiry.TakeOver("S01-R01-D1"))).isEqualTo(first);
    assertThat(one.answers().apply(LaneId.parse("S01-R03"), new Inquiry.TakeOver("S01-R01-D1")))
        .isEqualTo(new Answer.No("S01-R01-D1 was left to S01-R02. Ask for it there."));
    assertThat(one.answers().apply(TWO, new Inquiry.TakeOver("S01-R01-D9")))
        .isEqualTo(new Answer.NotKnown("S01-R01-D9"));
  }

  @Test
  void aLostAnswerIsAskedForAgain() {
    one.hold("a");
    lanes.chain.off(HQ, true);
    lanes.chain.loseAnswers(2); // by the store's broker, and by its own

    Outcome lost = two.recall("S01-R01-D1");
    Outcome again = two.recall("S01-R01-D1");

    assertThat(refusal(lost)).contains("Neither that register nor HQ answers now");
    assertThat(again).isInstanceOf(Outcome.Done.class);
    assertThat(revisions("S01-R01-D1")).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void whatEndedHereIsNotOpenedAgainByTheSameAnswer() {
    one.hold("a");
    two.recall("S01-R01-D1");
    two.lane().tenderExactCash();

    assertThat(refusal(two.recall("S01-R01-D1"))).contains("is not open on this register");
    assertThat(two.lane().view().ticket().lines()).isEmpty();
  }

  @Test
  void whatIsOnTheTicketAtItsLaneStaysThere() {
    one.order("Mr Ek", "1.00");
    one.pickUp("S01-R01-D1");

    assertThat(refusal(two.pickUp("S01-R01-D1")))
        .contains("is on the open ticket at S01-R01 just now");
    assertThat(one.lane().view().refusal()).isNull();
    assertThat(one.open()).hasSize(1);
  }

  @Test
  void aWriteInDoubtIsSettledBeforeItIsAnsweredAgain() {
    one.hold("a");
    one.shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    one.shop.journal.unreadable(true);
    Outcome first = two.recall("S01-R01-D1");
    one.shop.journal.unreadable(false);

    assertThat(refusal(first)).contains("It is not known yet");
    assertThat(two.recall("S01-R01-D1")).isInstanceOf(Outcome.Done.class);
    assertThat(one.open()).isEmpty();
  }

  @Test
  void withoutTheStoreANeighbourIsAskedByItsOwnBroker() {
    one.hold("a");
    lanes.chain.cut(TWO, true);

    two.desk.others().lookAround();
    List<OpenElsewhere> seen = two.desk.others().find("r01");

    assertThat(seen).extracting(each -> each.document().number()).containsExactly("S01-R01-D1");
    assertThat(two.recall("S01-R01-D1")).isInstanceOf(Outcome.Done.class);
    assertThat(two.desk.others().find("")).isEmpty();
  }

  @Test
  void withoutAnyLinkTheClerkIsToldWhereItIs() {
    one.hold("a");
    lanes.chain.cut(TWO, true);
    lanes.chain.off("S01-R01", true);

    assertThat(refusal(two.recall("S01-R01-D1")))
        .isEqualTo(
            "S01-R01-D1 is at S01-R01, which cannot be asked without a link. Take the customer there, or ask again when the link is back.");
  }

  @Test
  void hqGivesAwayWhatALaneThatIsOffHasAndThatLaneLetsGo() {
    one.order("Mr Ek", "1.00");
    Document known = one.open().getFirst();
    lanes.chain.off("S01-R01", true);
    lanes.chain.hqAnswers(
        (asker, inquiry) -> new Answer.HandedOver(known.in(DocumentState.HANDED_OVER)));

    two.pickUp("S01-R01-D1");
    two.lane().voidTicket();
    lanes.hq.tell(new SharedRecord.OfDocument(two.open().getFirst(), TWO));
    one.shared.read();

    assertThat(one.open()).isEmpty();
    assertThat(revisions("S01-R01-D1")).containsExactly(1L, 3L, 4L);
    lanes.chain.off("S01-R01", false);
    assertThat(one.pickUp("S01-R01-D1")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aLaneThatChangedItMeanwhileRefusesAndRecordsNothing() {
    one.order("Mr Ek", "1.00");
    Document known = one.open().getFirst();
    one.pay("S01-R01-D1", "0.50");
    one.lane().tenderExactCash();

    lanes.hq.tell(
        new SharedRecord.OfDocument(
            known.in(DocumentState.HANDED_OVER).in(DocumentState.OPEN), TWO));
    one.shared.read();

    assertThat(one.open()).hasSize(1);
    assertThat(refusal(one.pickUp("S01-R01-D1")))
        .contains("HQ gave S01-R01-D1 to S01-R02 while this register could not be asked");
  }

  @Test
  void numbersOfOtherLanesDoNotCountHere() {
    one.hold("a");
    one.lane().carryOut(new HandOver("S01-R01-D1", TWO));
    one.hold("b");
    two.recall("S01-R01-D2");
    two.lane().voidTicket();

    two.hold("c");

    assertThat(two.open()).extracting(Document::number).containsExactly("S01-R02-D1");
  }

  @Test
  void whatIsRecordedOfMovesComesBackFromTheWireTheSame() {
    one.order("Mr Ek", "1.00");
    two.pickUp("S01-R01-D1");
    two.lane().tenderExactCash();
    one.lane().checkpoint();
    two.lane().checkpoint();

    assertThat(lanes.bodies())
        .filteredOn(
            body -> body instanceof DocumentRecorded || body instanceof EntryBody.Checkpoint)
        .hasSize(5)
        .allSatisfy(body ->
            assertThat(Wire.JSON.readValue(Wire.JSON.writeValueAsBytes(body), EntryBody.class))
                .isEqualTo(body));
  }

  private List<Long> revisions(String number) {
    return lanes.bodies().stream()
        .filter(DocumentRecorded.class::isInstance)
        .map(DocumentRecorded.class::cast)
        .filter(each -> each.document().number().equals(number))
        .map(each -> each.document().revision())
        .sorted()
        .toList();
  }

  private static String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().message();
  }
}
