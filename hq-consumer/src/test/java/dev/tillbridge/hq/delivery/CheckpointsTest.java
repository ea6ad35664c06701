package dev.tillbridge.hq.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.drawer.Besides;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What registers say of themselves is compared with the books. */
class CheckpointsTest extends KeptStreams {

  @Test
  void checkpointIsComparedWithTheBooks() {
    byte[] opened = tape.opened(Money.parse("GBP 50.00"));
    Ticket first = baskets.sale(tape.nextNumber());
    byte[] sold = tape.ticket(first);
    post(List.of(opened, sold, checkpoint(1, first.total())));
    look();
    assertThat(books.value("select string_agg(matches::text, ' ') from checkpoint"))
        .isEqualTo("true");

    Ticket second = baskets.sale(tape.nextNumber());
    post(List.of(tape.ticket(second), checkpoint(3, first.total().plus(second.total()))));
    look();

    assertThat(standing()).isEqualTo("CHECKPOINT_DIFFERS");
    assertThat(books.value("select detail from stream_alarm"))
        .contains("At entry 5 the register counts 3 tickets")
        .contains("and HQ 2 for");

    post(List.of(checkpoint(2, first.total().plus(second.total()))));
    look();
    assertThat(standing()).isEqualTo("null");
  }

  @Test
  void drawerThatIsSetAsideIsNoDifference() {
    Ticket first = baskets.sale(tape.nextNumber());
    post(
        List.of(
            tape.opened(Money.parse("GBP 50.00")),
            tape.ticket(first),
            tape.write(new DrawerEntry.SetAside(1)),
            tape.write(new EntryBody.Checkpoint(1, 1, 2, 1, first.total(), null))));
    look();
    assertThat(standing()).isEqualTo("null");

    post(List.of(tape.write(new DrawerEntry.TakenUp(1)), checkpoint(1, first.total())));
    look();
    assertThat(standing()).isEqualTo("null");
    assertThat(books.value("select string_agg(matches::text, ' ') from checkpoint"))
        .isEqualTo("true true");
  }

  /** With the session that is open on the tape. */
  private byte[] checkpoint(int tickets, Money total) {
    var zero = Money.zero(total.getCurrencyUnit());
    var session =
        new DrawerSession(
            1,
            LaneTape.DAY,
            Instant.EPOCH,
            "ann",
            Money.parse("GBP 50.00"),
            tickets,
            total,
            0,
            zero,
            List.of(),
            total,
            0,
            zero,
            Besides.none(total.getCurrencyUnit()));
    return tape.write(new EntryBody.Checkpoint(1, tickets, 2, tickets, total, session));
  }
}
