package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.Noted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What moved in drawers without a ticket, and what people did that moves no money. */
final class NoteTables {

  private final RowInsert movements =
      new RowInsert(
          "cash_movement",
          "entry_id bigint",
          "lane text",
          "epoch bigint",
          "drawer_session bigint",
          "business_date date",
          "movement text",
          "amount numeric",
          "reason text",
          "operator text",
          "approved_by text");
  private final RowInsert notes =
      new RowInsert(
          "note",
          "entry_id bigint",
          "lane text",
          "business_date date",
          "recorded_at timestamptz",
          "what text",
          "operator text",
          "approved_by text",
          "detail text");

  private NoteTables() {}

  static void insert(Connection connection, List<NewEntry> entries) throws SQLException {
    NoteTables tables = new NoteTables();
    for (NewEntry entry : entries) {
      switch (entry.entry().body()) {
        case DrawerEntry.CashMoved moved ->
            tables.moved(
                entry, moved.movement(), moved.amount(), moved.reason(), moved.approvedBy());
        case DrawerEntry.OpenedWithoutSale opened ->
            tables.moved(entry, "NO_SALE", "0", opened.reason(), opened.approvedBy());
        case Noted noted -> tables.noted(entry, noted);
        default -> {} // everything else has a table of its own
      }
    }
    tables.movements.execute(connection);
    tables.notes.execute(connection);
  }

  private void moved(
      NewEntry entry, Object movement, Object amount, String reason, @Nullable String approvedBy) {
    movements.add(
        entry.row(),
        entry.lane(),
        entry.id().epoch(),
        entry.entry().body().drawerSession(),
        entry.entry().businessDate(),
        movement,
        amount,
        reason,
        entry.entry().operator(),
        approvedBy);
  }

  private void noted(NewEntry entry, Noted noted) {
    notes.add(
        entry.row(),
        entry.lane(),
        entry.entry().businessDate(),
        entry.entry().recordedAt(),
        noted.what(),
        entry.entry().operator(),
        noted.approvedBy(),
        noted.detail());
  }
}
