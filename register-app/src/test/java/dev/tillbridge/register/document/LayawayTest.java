package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.ticket.Charge;
import org.junit.jupiter.api.Test;

/** Layaways: their instalments and their fee. */
class LayawayTest extends AtOneLane {

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
}
