package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Tail;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DurabilityTest {

  private final Shop shop = Shop.open();

  @Test
  void aWriteOfUnknownOutcomeThatIsInTheJournalCompletesTheSaleOnce() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);

    Outcome outcome = shop.lane.tenderCash(gbp("5.00"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(there(outcome.view().last()).number()).isEqualTo("S01-R01-1");
    assertThat(shop.journal.entries()).hasSize(2);
    await().until(() -> shop.devices.printed.size() == 1);
  }

  @Test
  void aWriteOfUnknownOutcomeThatIsNotInTheJournalKeepsTheTicketAndItsNumber() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_NOT_STORED);

    Outcome refused = shop.lane.tenderCash(gbp("5.00"));

    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) refused).refusal()).isInstanceOf(Refusal.NotRecorded.class);
    assertThat(refused.view().ticket().lines()).hasSize(1);
    Outcome again = shop.lane.tenderCash(gbp("5.00"));
    assertThat(there(again.view().last()).number()).isEqualTo("S01-R01-1");
    assertThat(shop.journal.entries()).hasSize(2);
  }

  @Test
  void whileTheJournalCannotBeAskedTheLaneWaitsAndThenFindsTheSaleRecorded() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);

    assertUnknown(shop.lane.tenderCash(gbp("5.00")));
    assertUnknown(shop.lane.tenderCash(gbp("5.00")));
    assertUnknown(shop.scan("71053", "1"));
    assertThat(shop.devices.kicks).isZero();
    shop.journal.unreadable(false);
    Outcome outcome = shop.lane.tenderCash(gbp("5.00"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(there(outcome.view().last()).change()).isEqualTo(gbp("1.61"));
    assertThat(shop.journal.entries()).hasSize(2);
  }

  @Test
  void whileTheJournalCannotBeAskedTheLaneWaitsAndThenFindsTheSaleNotRecorded() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_NOT_STORED);
    shop.journal.unreadable(true);

    assertUnknown(shop.lane.tenderCash(gbp("5.00")));
    shop.journal.unreadable(false);
    Outcome outcome = shop.scan("71053", "1");

    assertThat(outcome.view().ticket().lines()).hasSize(2);
    assertThat(shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    assertThat(shop.journal.entries()).hasSize(2);
  }

  @Test
  void aScanAfterASaleThatTurnsOutRecordedBeginsANewTicket() {
    shop.scan("71053", "1");
    shop.journal.failNextAppend(Fault.UNKNOWN_STORED);
    shop.journal.unreadable(true);
    assertUnknown(shop.lane.tenderCash(gbp("5.00")));
    shop.journal.unreadable(false);

    Outcome outcome = shop.scan("22752", "1");

    assertThat(outcome.view().ticket().lines()).extracting(l -> l.item()).containsExactly("22752");
    assertThat(there(outcome.view().last()).number()).isEqualTo("S01-R01-1");
  }

  @Test
  void anEntryWrittenBesideTheLaneIsReadBeforeTheNextNumberIsUsed() {
    shop.scan("71053", "1");
    Tail tail = shop.journal.tail();
    shop.journal.append(
        new JournalEntry(
            new EntryId(shop.journal.lane(), tail.epoch(), tail.nextSequence()),
            LocalDate.of(2026, 11, 22),
            shop.clock.instant(),
            "1001",
            tail.head(),
            new EntryBody.TicketVoided(
                1, shop.lane.view().ticket().lines(), shop.lane.view().ticket().total())));

    Outcome first = shop.lane.tenderExactCash();
    Outcome second = shop.lane.tenderExactCash();

    assertThat(((Outcome.Refused) first).refusal()).isInstanceOf(Refusal.JournalMovedOn.class);
    assertThat(second).isInstanceOf(Outcome.Done.class);
    assertThat(there(second.view().last()).sequence()).isEqualTo(3);
  }

  @Test
  void anotherEntryInThePlaceOfOursHaltsTheLane() {
    shop.scan("71053", "1");
    Tail tail = shop.journal.tail();
    shop.journal.failNextAppend(Fault.UNKNOWN_NOT_STORED);
    shop.journal.unreadable(true);
    assertUnknown(shop.lane.tenderExactCash());
    shop.journal.unreadable(false);
    shop.journal.append(
        new JournalEntry(
            new EntryId(shop.journal.lane(), tail.epoch(), tail.nextSequence()),
            LocalDate.of(2026, 11, 22),
            shop.clock.instant(),
            "somebody else",
            tail.head(),
            new EntryBody.DrawerClosed(1, gbp("100.00"), gbp("100.00"))));

    Outcome outcome = shop.lane.tenderExactCash();

    assertThat(((Outcome.Refused) outcome).refusal()).isInstanceOf(Refusal.LaneHalted.class);
  }

  private static void assertUnknown(Outcome outcome) {
    assertThat(((Outcome.Refused) outcome).refusal()).isInstanceOf(Refusal.OutcomeUnknown.class);
  }
}
