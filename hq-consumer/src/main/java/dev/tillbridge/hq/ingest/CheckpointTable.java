package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody.Checkpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What registers say of themselves in checkpoints; compared with the books later. */
final class CheckpointTable {

  private CheckpointTable() {}

  static void insert(Connection connection, List<NewEntry> entries) throws SQLException {
    RowInsert rows =
        new RowInsert(
            "checkpoint",
            "entry_id bigint",
            "lane text",
            "epoch bigint",
            "sequence bigint",
            "tickets bigint",
            "total numeric",
            "session bigint",
            "session_sales bigint",
            "session_total numeric");
    for (NewEntry entry : entries) {
      if (entry.entry().body() instanceof Checkpoint checkpoint) {
        DrawerSession session = checkpoint.session();
        rows.add(
            entry.row(),
            entry.lane(),
            entry.id().epoch(),
            entry.id().sequence(),
            checkpoint.tickets(),
            checkpoint.total() == null ? "0" : checkpoint.total(),
            session == null ? null : session.number(),
            session == null ? null : (long) session.sales() + session.returns(),
            session == null ? null : session.salesTotal().plus(session.returnsTotal()));
      }
    }
    rows.execute(connection);
  }
}
