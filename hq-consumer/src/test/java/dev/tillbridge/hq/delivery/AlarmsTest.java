package dev.tillbridge.hq.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Alarms stand while their reason does. */
class AlarmsTest extends KeptStreams {

  @Test
  void alarmsStandWhileTheirReasonDoesAndStayInTheHistory() {
    post(tape.sales(baskets, 2));
    post(
        List.of(
            tape.heartbeat(
                new RegisterHealth(
                    0,
                    2,
                    new DiskStatus(DiskStatus.Level.LOW, 1_900_000_000L, 200_000_000L),
                    -300_000L,
                    null,
                    null,
                    0,
                    "test"))));
    look();
    look();
    assertThat(standing()).isEqualTo("CLOCK_OFF DISK_LOW");
    assertThat(books.value("select detail from stream_alarm where kind = 'CLOCK_OFF'"))
        .contains("about 5 min ahead of");

    post(List.of(tape.heartbeat()));
    look();

    assertThat(standing()).isEqualTo("null");
    assertThat(books.value("select count(*) from stream_alarm where cleared_at is not null"))
        .isEqualTo("2");
  }

  @Test
  void brokenChainAndAnotherHeadAreAlarms() {
    post(tape.sales(baskets, 2));
    LaneTape copy = tape.copiedDisk();
    copy.sales(new Baskets(99), 2);
    post(List.of(copy.heartbeat()));
    JournalEntry stray =
        new JournalEntry(
            new EntryId(tape.lane(), tape.epoch(), 3),
            LaneTape.DAY,
            Instant.parse("2026-11-20T09:00:00Z"),
            "ann",
            EntryHash.of(new byte[] {1}),
            new EntryBody.DrawerOpened(1, Money.parse("GBP 10.00")));
    post(List.of(tape.sealed(stray)));
    look();

    assertThat(standing()).isEqualTo("CHAIN_BROKEN HEAD_DIFFERS");
    assertThat(told().upTo()).isEqualTo(2);
  }
}
