package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.journal.EntryBody;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.Money;

/** Drawer sessions, opened and closed in whatever order the news arrives. Few, so one by one. */
final class DrawerTable {

  private static final String OPENED =
      """
      insert into drawer_session
        (lane, epoch, session, business_date, currency, opened_at, opening_float)
      values (?, ?, ?, ?, ?, ?::timestamptz, ?)
      on conflict (lane, epoch, session) do update
        set opened_at = excluded.opened_at, opening_float = excluded.opening_float
      """;

  private static final String CLOSED =
      """
      insert into drawer_session
        (lane, epoch, session, business_date, currency, closed_at, expected_cash, counted_cash)
      values (?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
      on conflict (lane, epoch, session) do update
        set closed_at = excluded.closed_at, expected_cash = excluded.expected_cash,
            counted_cash = excluded.counted_cash
      """;

  private DrawerTable() {}

  static void upsert(Connection connection, List<NewEntry> entries) throws SQLException {
    for (NewEntry entry : entries) {
      switch (entry.entry().body()) {
        case EntryBody.DrawerOpened opened ->
            execute(connection, OPENED, entry, opened.openingFloat());
        case EntryBody.DrawerClosed closed ->
            execute(connection, CLOSED, entry, closed.expectedCash(), closed.countedCash());
        case EntryBody other -> {}
      }
    }
  }

  private static void execute(Connection connection, String sql, NewEntry entry, Money... amounts)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setString(1, entry.lane());
      upsert.setLong(2, entry.id().epoch());
      upsert.setLong(3, entry.entry().body().drawerSession());
      upsert.setObject(4, entry.entry().businessDate());
      upsert.setString(5, amounts[0].getCurrencyUnit().getCode());
      upsert.setString(6, entry.entry().recordedAt().toString());
      for (int i = 0; i < amounts.length; i++) {
        upsert.setBigDecimal(7 + i, amounts[i].getAmount());
      }
      upsert.executeUpdate();
    }
  }
}
