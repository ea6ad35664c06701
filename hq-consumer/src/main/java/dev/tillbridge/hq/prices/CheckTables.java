package dev.tillbridge.hq.prices;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.hq.database.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The results of one batch, written together with taking its tickets off the list. */
final class CheckTables {

  private static final String DONE =
      "delete from price_due where price_book = ? and entry_id = any(?)";

  private static final String BY_DAY =
      """
      insert into price_check_day
      select t.business_date, t.store, t.currency, count(*),
        count(*) filter (where c.result = 'NOT_PRICED'),
        count(*) filter (where c.result = 'DIFFERS'),
        count(*) filter (where c.overcharged > 0), sum(c.overcharged),
        count(*) filter (where c.undercharged > 0), sum(c.undercharged)
      from price_check c join ticket t using (entry_id)
      where c.entry_id = any(?)
      group by t.business_date, t.store, t.currency
      order by t.business_date, t.store, t.currency
      on conflict (business_date, store, currency) do update set
        checked = price_check_day.checked + excluded.checked,
        not_priced = price_check_day.not_priced + excluded.not_priced,
        differing = price_check_day.differing + excluded.differing,
        over_tickets = price_check_day.over_tickets + excluded.over_tickets,
        overcharged = price_check_day.overcharged + excluded.overcharged,
        under_tickets = price_check_day.under_tickets + excluded.under_tickets,
        undercharged = price_check_day.undercharged + excluded.undercharged
      """;

  private final long version;
  private final Instant now;
  private final List<Long> entries = new ArrayList<>();
  private final RowInsert checks =
      new RowInsert(
          "price_check",
          "entry_id bigint",
          "price_book bigint",
          "result text",
          "overcharged numeric",
          "undercharged numeric",
          "problem text",
          "checked_at timestamptz");
  private final RowInsert differences =
      new RowInsert(
          "price_difference",
          "entry_id bigint",
          "line integer",
          "aspect text",
          "position integer",
          "charged text",
          "book text",
          "difference numeric",
          "reason text");

  CheckTables(long version, Instant now) {
    this.version = version;
    this.now = now;
  }

  void add(long entry, Verdict verdict) {
    entries.add(entry);
    switch (verdict) {
      case Verdict.NotPriced(String problem) ->
          checks.add(
              entry,
              version,
              "NOT_PRICED",
              BigDecimal.ZERO,
              BigDecimal.ZERO,
              storable(problem),
              now);
      case Verdict.Compared compared -> {
        checks.add(
            entry,
            version,
            compared.differences().isEmpty() ? "SAME" : "DIFFERS",
            compared.overcharged(),
            compared.undercharged(),
            null,
            now);
        int position = 1;
        for (Difference found : compared.differences()) {
          differences.add(
              entry,
              found.line(),
              found.aspect(),
              position++,
              storable(found.charged()),
              storable(found.book()),
              found.difference(),
              storable(found.reason()));
        }
      }
    }
  }

  void write(Connection connection) throws SQLException {
    checks.execute(connection);
    differences.execute(connection);
    java.sql.Array all = connection.createArrayOf("bigint", entries.toArray());
    Sql.change(connection, BY_DAY, all);
    Sql.change(connection, DONE, version, all);
  }

  // A PostgreSQL text cannot hold NUL, and names come from price lists.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
