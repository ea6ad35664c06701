package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.delivery.DiskStatus.Level;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import org.junit.jupiter.api.Test;

class DiskRoomTest {

  private final Shop shop = Shop.open();

  @Test
  void aFullDiskTakesNoNewTicketAndSaysWhatIsLeftAndWhatToDo() {
    shop.delivery.disk(Level.FULL);

    Outcome outcome = shop.scan("71053", "1");

    assertThat(((Outcome.Refused) outcome).refusal().message())
        .contains("No new ticket can be begun")
        .contains("412 MiB left")
        .contains("make room")
        .contains("selling goes on by itself");
    assertThat(outcome.view().ticket().lines()).isEmpty();
    assertThat(shop.openTickets.saved).isEmpty();
  }

  @Test
  void theOpenTicketIsFinishedAndPaidOnAFullDisk() {
    shop.scan("71053", "1");
    shop.delivery.disk(Level.FULL);

    assertThat(shop.scan("22752", "1")).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.changeQuantity(1, java.math.BigDecimal.TWO))
        .isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
    assertThat(shop.scan("71053", "1")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aDrawerIsClosedAndNotOpenedOnAFullDisk() {
    shop.delivery.disk(Level.FULL);

    Outcome closed = shop.lane.closeDrawer(gbp("100.00"));
    Outcome opened = shop.lane.openDrawer(gbp("100.00"));

    assertThat(closed).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Refused) opened).refusal().message())
        .contains("No new drawer session can be begun");
  }

  @Test
  void sellingGoesOnByItselfWhenThereIsRoomAgain() {
    shop.delivery.disk(Level.FULL);
    shop.scan("71053", "1");
    shop.delivery.disk(Level.LOW);

    assertThat(shop.scan("71053", "1")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theScreenLearnsOfItWithoutACommandAndOnlyOnce() {
    LaneView before = shop.lane.view();
    shop.lane.lookAround();
    long unchanged = shop.lane.view().revision();
    shop.delivery.disk(Level.FULL);

    shop.lane.lookAround();
    shop.lane.lookAround();

    assertThat(unchanged).isEqualTo(before.revision());
    assertThat(shop.lane.view().revision()).isEqualTo(before.revision() + 1);
    assertThat(shop.lane.view().standing().takesNewTickets()).isFalse();
  }

  @Test
  void aDiskAtItsReserveStillRefusesThePaymentItself() {
    shop.scan("71053", "1");
    shop.delivery.disk(Level.FULL);
    shop.journal.failNextAppend(Fault.FULL);

    Outcome refused = shop.lane.tenderExactCash();

    assertThat(((Outcome.Refused) refused).refusal()).isInstanceOf(Refusal.JournalFull.class);
    assertThat(shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);
  }
}
