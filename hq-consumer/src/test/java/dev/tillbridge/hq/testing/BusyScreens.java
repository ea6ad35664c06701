package dev.tillbridge.hq.testing;

import dev.tillbridge.hq.ingest.Admission;
import dev.tillbridge.hq.ingest.Enrolment;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * HQ's screens to look at: with {@code empty} before anything came, else with a register in every
 * situation. Sign on as olga or mara with the password {@code correct horse}.
 */
public final class BusyScreens {

  private static final int PORT = Integer.getInteger("port", 18_093);

  private final TestBooks books;
  private final Baskets baskets = new Baskets(17);

  private BusyScreens(TestBooks books) {
    this.books = books;
  }

  public static void main(String[] args) throws Exception {
    TestBooks books = new TestBooks();
    boolean empty = args.length > 0 && args[0].equals("empty");
    if (!empty) {
      fill(books);
    }
    Path folder = Files.createTempDirectory("busy");
    System.out.println("READY " + HqScreens.over(books, folder, empty ? PORT + 1 : PORT).url());
    Thread.currentThread().join();
  }

  /** Puts a register in every situation into empty books. */
  public static void fill(TestBooks books) throws SQLException {
    new BusyScreens(books).fill();
  }

  private void fill() throws SQLException {
    complete("S01-R01", 41);
    complete("S01-R02", 12);
    say("S01-R02", "announced = 19, missing_since = now()", "");
    List<byte[]> gappy = new LaneTape("S01-R03").sales(baskets, 20);
    books.ingest().post(gappy.subList(0, 11));
    books.ingest().post(gappy.subList(15, 20));
    say(
        "S01-R03",
        "missing_since = now() - interval '3 minutes', request_number = 3, requests = 2,"
            + " request_ranges = '12-15', request_at = now()",
        "");
    complete("S01-R04", 30);
    say("S01-R04", "announced = 34, last_seen_at = now() - interval '3 hours'", "received_at");
    complete("S02-R01", 9);
    complete("S02-R02", 14);
    say("S02-R01", "last_seen_at = now() - interval '25 minutes'", "received_at");
    say("S02-R02", "last_seen_at = now() - interval '25 minutes'", "received_at");
    conflict();
    complete("S01-R06", 25);
    say("S01-R06", "watermark = 16, broken_at = 17", "");
    alarm("S01-R06", "CHAIN_BROKEN", "Entry 17 does not carry the hash of entry 16.");
    lives();
    complete("S01-R08", 7);
    health("S01-R08", "disk_level = 'LOW', disk_free_bytes = 1300000000, clock_offset_ms = 183000");
    alarm("S01-R08", "CLOCK_OFF", "The register's clock is 3 min behind its store server's.");
    complete("S01-R09", 5);
    health("S01-R09", "disk_level = 'FULL', disk_free_bytes = 300000000");
    suspense();
    keyToApprove();
    new BusyPrices(books).fill();
    new BusyShop(books).fill();
  }

  private void complete(String lane, int count) throws SQLException {
    books.ingest().post(new LaneTape(lane).sales(baskets, count));
    execute(
        "update register_stream set announced = last_sequence, announced_at = now()"
            + " where lane = '"
            + lane
            + "'");
    execute(
        "insert into register_health select lane, epoch, last_sequence, head_hash, now(), now(),"
            + " 0, last_sequence, 'AMPLE', 90000000000, 209715200, 12, 7, 'S01-R02', 0,"
            + " '0.1.0' from register_stream where lane = '"
            + lane
            + "'");
  }

  private void say(String lane, String set, String healthAlso) throws SQLException {
    execute("update register_stream set " + set + " where lane = '" + lane + "'");
    if (!healthAlso.isEmpty()) {
      execute("update register_stream set announced_at = last_seen_at where lane = '" + lane + "'");
      health(
          lane,
          healthAlso
              + " = (select last_seen_at from register_stream s where s.lane = '"
              + lane
              + "' limit 1)");
    }
  }

  private void health(String lane, String set) throws SQLException {
    execute("update register_health set " + set + " where lane = '" + lane + "'");
  }

  private void alarm(String lane, String kind, String detail) throws SQLException {
    execute(
        "insert into stream_alarm (lane, epoch, kind, since, detail) select lane, epoch, '"
            + kind
            + "', now() - interval '12 minutes', '"
            + detail.replace("'", "''")
            + "' from register_stream where lane = '"
            + lane
            + "'");
  }

  private void conflict() throws SQLException {
    LaneTape tape = new LaneTape("S01-R05");
    LaneTape copy = tape.copiedDisk();
    books.ingest().post(tape.sales(baskets, 3));
    books.ingest().post(copy.sales(baskets, 2));
    execute("update register_stream set announced_at = now() where lane = 'S01-R05'");
  }

  private void lives() throws SQLException {
    LaneTape first = new LaneTape("S01-R07");
    LaneTape second = first.nextLife();
    LaneTape third = second.nextLife();
    books.ingest().post(first.sales(baskets, 8));
    books.ingest().post(second.sales(baskets, 15));
    execute(
        "update register_stream set closed_at = now() - interval '1 day', closed_by = 'Mara',"
            + " closed_sequence = 10, closed_note = 'Disk died; last receipt was number 10'"
            + " where lane = 'S01-R07' and epoch = "
            + first.epoch());
    execute(
        "update register_stream set last_seen_at = now() - interval '2 hours', announced = 17,"
            + " missing_since = now() - interval '2 hours' where lane = 'S01-R07' and epoch = "
            + second.epoch());
    books.ingest().post(third.sales(baskets, 4));
  }

  private void suspense() {
    LaneTape tape = new LaneTape("S03-R01");
    byte[] changed = LaneTape.badlySealed(tape.ticket(baskets.sale("S03-R01-1")));
    LaneTape refused = new LaneTape("S03-R02");
    JournalEntry nul =
        new JournalEntry(
            new EntryId(LaneId.parse("S03-R02"), refused.epoch(), 1),
            LaneTape.DAY,
            Instant.parse("2026-11-20T09:00:00Z"),
            "ann\0",
            EntryHash.NONE,
            new EntryBody.DrawerOpened(1, Money.parse("GBP 80.00")));
    byte[] script =
        "<script>alert('hello')</script>{\"entry\":\u202e".getBytes(StandardCharsets.UTF_8);
    byte[] newer =
        "{\"v\":7,\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":{\"number\":\"X-1\",\"total\":\"GBP 12.40\"}}}}"
            .getBytes(StandardCharsets.UTF_8);
    books.ingest().post(List.of(changed, refused.sealed(nul), script, newer));
  }

  private void keyToApprove() {
    books
        .ingest(new Admission(lane -> true, Enrolment.APPROVE))
        .post(new LaneTape("S03-R03").sales(baskets, 3));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
