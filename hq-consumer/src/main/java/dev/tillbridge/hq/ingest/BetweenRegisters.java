package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What registers did to the same thing: goods brought back elsewhere, stored values, customers. One
 * batch at a time, so that two that are posted at once see each other.
 */
final class BetweenRegisters {

  private static final long LOCK = 0x7111_B21D_6E05L;

  private BetweenRegisters() {}

  static void insert(Connection connection, List<NewEntry> entries, Instant now)
      throws SQLException {
    if (entries.stream().noneMatch(BetweenRegisters::concerns)) {
      return;
    }
    Sql.row(connection, "select 1 from pg_advisory_xact_lock(?)", row -> row.getInt(1), LOCK);
    CustomerTable.insert(connection, entries);
    StoredValueTable.upsert(connection, entries, now);
    ReturnCheck.look(connection, entries, now);
  }

  /** Every ticket may be one whose goods came back before it arrived. */
  private static boolean concerns(NewEntry entry) {
    return entry.entry().body() instanceof EntryBody.TicketCompleted
        || entry.entry().body() instanceof CustomerRecorded;
  }

  static boolean hasStoredValue(Ticket ticket) {
    return ticket.charges().stream().anyMatch(Charge.StoredValueSold.class::isInstance)
        || ticket.tenders().stream().anyMatch(Tender.StoredValue.class::isInstance);
  }
}
