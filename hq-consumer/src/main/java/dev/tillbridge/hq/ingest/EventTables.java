package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Events away from the shop, begun and ended in whatever order the news arrives. Few. */
final class EventTables {

  private static final String STARTED =
      """
      insert into offsite_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict on constraint offsite_event_once do nothing
      """;

  private static final String ENDED =
      """
      insert into offsite_end values (?, ?, ?, ?, ?, ?, ?)
      on conflict on constraint offsite_end_once do nothing
      """;

  private EventTables() {}

  static void insert(Connection connection, List<NewEntry> entries) throws SQLException {
    for (NewEntry entry : entries) {
      switch (entry.entry().body()) {
        case OffsiteEntry.Started started -> started(connection, entry, started.event());
        case OffsiteEntry.Ended ended ->
            Sql.change(
                connection,
                ENDED,
                entry.row(),
                entry.lane(),
                entry.id().epoch(),
                ended.event(),
                ended.drawerSession(),
                entry.entry().recordedAt(),
                entry.entry().operator());
        case EntryBody other -> {}
      }
    }
  }

  private static void started(Connection connection, NewEntry entry, OffsiteEvent event)
      throws SQLException {
    Sql.change(
        connection,
        STARTED,
        entry.row(),
        entry.lane(),
        entry.id().epoch(),
        event.id(),
        event.name(),
        event.place(),
        event.from(),
        event.to(),
        event.sessionsBefore(),
        entry.entry().recordedAt(),
        entry.entry().operator());
  }
}
