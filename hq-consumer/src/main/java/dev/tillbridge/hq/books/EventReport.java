package dev.tillbridge.hq.books;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteItem;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Events away from the shop, and what each came to: all of it from what registers recorded. */
public final class EventReport {

  /** Shown at most, those begun last. */
  public static final int SHOWN_MAX = 200;

  private static final String EVENTS =
      """
      select o.*, d.ended_at, d.ended_by, t.tickets, t.total
      from offsite_event o
      left join offsite_end d on d.lane = o.lane and d.epoch = o.epoch and d.event = o.event
      cross join lateral (
        select count(*) as tickets, coalesce(sum(t.total), 0) as total
        from ticket t join entry e on e.id = t.entry_id
        where t.event = o.event and e.lane = o.lane and e.epoch = o.epoch and t.currency = ?) t
      """;

  /** The entries that belong to the event: its tickets, and whatever happened in its drawers. */
  private static final String OF_IT =
      """
      with event as (
        select o.*, coalesce(d.last_session, 9223372036854775807) as last_session
        from offsite_event o
        left join offsite_end d on d.lane = o.lane and d.epoch = o.epoch and d.event = o.event
        where o.entry_id = ?),
      its as (
        select e.id from entry e join event o on e.lane = o.lane and e.epoch = o.epoch
        where e.drawer_session > o.sessions_before and e.drawer_session <= o.last_session),
      sold as (
        select t.* from ticket t join event o on t.event = o.event
        join entry e on e.id = t.entry_id and e.lane = o.lane and e.epoch = o.epoch)
      """;

  private static final String FIGURES =
      OF_IT
          + """
          select coalesce(sum(net), 0), coalesce(sum(tax), 0), coalesce(sum(charges), 0),
            coalesce(sum(rounding), 0),
            (select coalesce(sum(d.amount), 0) from ticket_discount d
              where d.entry_id in (select entry_id from sold)),
            (select count(*) from (
              select entry_id from sold where entry_id not in (select id from its)
              union all
              select t.entry_id from ticket t
              where t.entry_id in (select id from its)
                and t.entry_id not in (select entry_id from sold)) as apart),
          """
          + TicketCounts.COLUMNS
          + " from sold";

  private static final String TAXES =
      OF_IT
          + """
          select category, percent, mode, sum(net), sum(tax) from ticket_tax
          where entry_id in (select entry_id from sold)
          group by category, percent, mode order by category, percent
          """;

  private static final String PAYMENTS =
      OF_IT
          + """
          select type, count(*), sum(amount) - case type when 'cash'
            then (select coalesce(sum(change), 0) from sold) else 0 end
          from tender where entry_id in (select entry_id from sold)
          group by type order by type
          """;

  private static final String SESSIONS =
      OF_IT
          + """
          select s.* from drawer_session s join event o on s.lane = o.lane and s.epoch = o.epoch
          where s.session > o.sessions_before and s.session <= o.last_session
          order by s.session
          """;

  private static final String ACCOUNTS =
      OF_IT
          + """
          select p.account, a.name, sum(p.amount)
          from ledger_transaction t join posting p on p.transaction_id = t.id
          join account a on a.code = p.account
          where t.currency = ? and t.entry_id in (select id from its)
          group by p.account, a.name order by p.account
          """;

  private static final String SOLD =
      OF_IT
          + """
          select l.item, sum(l.quantity), sum(l.amount) from ticket_line l join event o
            on l.price_event = o.event
          where l.entry_id in (select entry_id from sold)
          group by l.item
          """;

  private final Books books;
  private final CurrencyUnit currency;

  public EventReport(Books books, CurrencyUnit currency) {
    this.books = books;
    this.currency = currency;
  }

  /** Those begun last, one more than {@link #SHOWN_MAX} when there are more. */
  public List<EventSummary> all() {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(
                connection,
                EVENTS + "order by o.started_at desc, o.entry_id desc limit ?",
                this::summary,
                currency.getCode(),
                SHOWN_MAX + 1)));
  }

  /** Everything about the event of that row, empty when there is none. */
  public Optional<EventFile> open(long id) {
    return books.read(session -> session.doReturningWork(connection -> open(connection, id)));
  }

  private Optional<EventFile> open(Connection connection, long id) throws SQLException {
    Optional<EventSummary> summary =
        Sql.row(connection, EVENTS + "where o.entry_id = ?", this::summary, currency.getCode(), id);
    return summary.isEmpty()
        ? Optional.empty()
        : Sql.row(connection, FIGURES, row -> file(connection, summary.get(), row), id);
  }

  private EventFile file(Connection connection, EventSummary summary, ResultSet row)
      throws SQLException {
    long id = summary.id();
    return new EventFile(
        summary,
        TicketCounts.read(row),
        money(row, 1),
        money(row, 2),
        money(row, 3),
        money(row, 5),
        money(row, 4),
        Sql.rows(
            connection,
            TAXES,
            tax ->
                new EventFile.Tax(
                    tax.getString(1),
                    tax.getBigDecimal(2),
                    tax.getString(3),
                    money(tax, 4),
                    money(tax, 5)),
            id),
        Sql.rows(
            connection,
            PAYMENTS,
            tender ->
                new EventFile.Payment(tender.getString(1), tender.getLong(2), money(tender, 3)),
            id),
        Sql.rows(connection, SESSIONS, this::session, id),
        Sql.rows(
            connection,
            ACCOUNTS,
            account ->
                new EventFile.Account(
                    account.getString(1), account.getString(2), money(account, 3)),
            id,
            currency.getCode()),
        prices(connection, id),
        row.getLong(6));
  }

  private List<EventFile.Price> prices(Connection connection, long id) throws SQLException {
    record Sold(String item, BigDecimal quantity, Money amount) {}
    Map<String, Sold> sold = new HashMap<>();
    Sql.rows(
            connection,
            SOLD,
            row -> new Sold(row.getString(1), row.getBigDecimal(2), money(row, 3)),
            id)
        .forEach(each -> sold.put(each.item(), each));
    return list(connection, id).stream()
        .map(item -> {
          Sold each =
              sold.getOrDefault(
                  item.code(), new Sold(item.code(), BigDecimal.ZERO, Money.zero(currency)));
          return new EventFile.Price(item, each.quantity(), each.amount());
        })
        .toList();
  }

  private static List<OffsiteItem> list(Connection connection, long id) throws SQLException {
    byte[] bytes =
        Sql.row(connection, "select bytes from entry where id = ?", row -> row.getBytes(1), id)
            .orElseThrow();
    return SealedEntry.read(bytes) instanceof Decoded.Read<JournalEntry>(JournalEntry entry)
            && entry.body() instanceof OffsiteEntry.Started started
        ? started.event().items()
        : List.of();
  }

  private EventFile.Session session(ResultSet row) throws SQLException {
    return new EventFile.Session(
        row.getLong("session"),
        row.getObject("business_date", LocalDate.class),
        orZero(row.getBigDecimal("opening_float")),
        Sql.instantOrNull(row, "closed_at"),
        orNull(row.getBigDecimal("expected_cash")),
        orNull(row.getBigDecimal("counted_cash")));
  }

  private EventSummary summary(ResultSet row) throws SQLException {
    return new EventSummary(
        row.getLong("entry_id"),
        row.getString("event"),
        row.getString("name"),
        row.getString("place"),
        row.getString("lane"),
        row.getLong("epoch"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        Sql.instant(row, "started_at"),
        row.getString("started_by"),
        Sql.instantOrNull(row, "ended_at"),
        row.getString("ended_by"),
        row.getLong("tickets"),
        Amounts.money(currency.getCode(), row.getBigDecimal("total")));
  }

  private Money money(ResultSet row, int column) throws SQLException {
    return Amounts.money(currency.getCode(), row.getBigDecimal(column));
  }

  private Money orZero(@Nullable BigDecimal amount) {
    return amount == null ? Money.zero(currency) : Amounts.money(currency.getCode(), amount);
  }

  private @Nullable Money orNull(@Nullable BigDecimal amount) {
    return amount == null ? null : Amounts.money(currency.getCode(), amount);
  }
}
