package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.ticket.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets whose prices are still to be checked. */
final class DueTickets {

  /** One that names an event is compared with its list, once that is here. */
  private static final String READY =
      """
      not exists (
        select from ticket t join entry e on e.id = t.entry_id
        where t.entry_id = d.entry_id and t.event is not null
          and not exists (
            select from offsite_event o
            where o.lane = e.lane and o.epoch = e.epoch and o.event = t.event))
      """;

  private static final String VERSION =
      """
      select version from book_version v
      where verified
        and exists (select from price_due d where d.price_book = v.version and %s)
      order by version limit 1
      """
          .formatted(READY);

  private static final String NEXT =
      """
      select d.entry_id, e.store, e.bytes, o.entry_id as event
      from price_due d join entry e on e.id = d.entry_id
      left join ticket t on t.entry_id = d.entry_id
      left join offsite_event o on o.lane = e.lane and o.epoch = e.epoch and o.event = t.event
      where d.price_book = ? and %s
      order by d.entry_id limit ?
      for update of d skip locked
      """
          .formatted(READY);

  private static final String WAITING =
      """
      select count(*) from price_due d
      where not exists (
        select from book_version v where v.version = d.price_book and v.verified)
      """;

  private DueTickets() {}

  /**
   * One of them.
   *
   * @param ticket null when its bytes do not read as a ticket
   * @param event row of the event it was sold at, null in the shop
   */
  record Due(long entry, String store, @Nullable Ticket ticket, @Nullable Long event) {}

  /** The oldest version that is here whole and has some. */
  static Optional<Long> version(Connection connection) throws SQLException {
    return Sql.row(connection, VERSION, row -> row.getLong(1));
  }

  /** The first of them in the order they came, held until the end of the transaction. */
  static List<Due> next(Connection connection, long version, int max) throws SQLException {
    return Sql.rows(connection, NEXT, DueTickets::due, version, max);
  }

  /** How many claim a version that is not here, or not whole. */
  static long waiting(Connection connection) throws SQLException {
    return Sql.row(connection, WAITING, row -> row.getLong(1)).orElseThrow();
  }

  private static Due due(ResultSet row) throws SQLException {
    Decoded<JournalEntry> read = SealedEntry.read(row.getBytes("bytes"));
    Ticket ticket =
        read instanceof Decoded.Read<JournalEntry>(JournalEntry entry)
                && entry.body() instanceof EntryBody.TicketCompleted completed
            ? completed.ticket()
            : null;
    return new Due(
        row.getLong("entry_id"), row.getString("store"), ticket, Sql.numberOrNull(row, "event"));
  }
}
