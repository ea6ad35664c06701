package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.ShopBook;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds: begun, recalled, and both cut short. */
class HoldTest extends AtOneLane {

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
}
