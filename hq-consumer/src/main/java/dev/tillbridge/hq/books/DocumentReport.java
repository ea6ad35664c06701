package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Holds, quotes, orders and layaways of all registers. */
public final class DocumentReport {

  /** Documents shown at most; those that changed last. */
  public static final int FOUND_MAX = 100;

  private static final int STEPS_MAX = 200;

  /** Documents and the lane that HQ gave each to, while that lane has not recorded it. */
  private static final String DOCUMENTS =
      """
      select d.*, coalesce(c.lane, d.handed_to, d.lane) as at, c.claimed_at
      from document d left join document_claimed c on c.number = d.number
      """;

  private static final String FIND =
      DOCUMENTS
          + """
          where (?::boolean or d.state in ('OPEN', 'HANDED_OVER') or d.deposit <> 0)
            and (?::text is null or d.number = upper(?) or d.number like '%-' || upper(?)
              or strpos(lower(d.label), lower(?)) > 0
              or strpos(lower(d.customer_name), lower(?)) > 0)
          order by d.changed_at desc, d.id desc limit ?
          """;

  private static final String HELD =
      """
      select count(*) filter (where state in ('OPEN', 'HANDED_OVER')) as open,
        coalesce(sum(deposit), 0) as deposits
      from document where currency = ? and (state in ('OPEN', 'HANDED_OVER') or deposit <> 0)
      """;

  private static final String STEPS =
      """
      select d.entry_id, null as ticket, d.lane, d.recorded_at, d.state as leaves, d.revision,
        0::numeric as deposit
      from document_revision d where d.number = ?
      union all
      select t.entry_id, t.number, t.lane, t.recorded_at,
        case when t.document = n.number then t.document_leaves end, 0,
        coalesce((select sum(c.amount) from ticket_charge c
          where c.entry_id = t.entry_id and c.number = n.number and c.type = 'DEPOSIT'), 0)
        - coalesce((select sum(p.amount) from tender p
          where p.entry_id = t.entry_id and p.number = n.number and p.type = 'deposit'), 0)
      from (select ?::text as number) n, ticket t
      where t.entry_id in (
        select entry_id from ticket where document = n.number
        union select entry_id from ticket_charge where number = n.number and type = 'DEPOSIT'
        union select entry_id from tender where number = n.number and type = 'deposit')
      order by recorded_at, entry_id limit ?
      """;

  private final Books books;
  private final CurrencyUnit currency;

  public DocumentReport(Books books, CurrencyUnit currency) {
    this.books = books;
    this.currency = currency;
  }

  /**
   * What is held altogether.
   *
   * @param deposits of all documents: what the ledger has as customer deposits
   */
  public record Held(long open, Money deposits) {}

  public Held held() {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.row(
                    connection,
                    HELD,
                    row ->
                        new Held(
                            row.getLong("open"),
                            Amounts.money(currency.getCode(), row.getBigDecimal("deposits"))),
                    currency.getCode())
                .orElseThrow()));
  }

  /**
   * One more than {@link #FOUND_MAX} when there are more.
   *
   * @param text a number, its last part, or some of a label or a customer's name; null for any
   * @param all also those that are over and hold no money
   */
  public List<DocumentSummary> find(@Nullable String text, boolean all) {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(
                connection,
                FIND,
                DocumentReport::summary,
                all,
                text,
                text,
                text,
                text,
                text,
                FOUND_MAX + 1)));
  }

  public Optional<DocumentFile> open(long id) {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.row(
                connection,
                DOCUMENTS + "where d.id = ?",
                row -> file(connection, summary(row)),
                id)));
  }

  private static DocumentFile file(Connection connection, DocumentSummary summary)
      throws SQLException {
    String currency = summary.deposit().getCurrencyUnit().getCode();
    return new DocumentFile(
        summary,
        Sql.rows(
            connection,
            STEPS,
            row -> step(row, currency),
            summary.number(),
            summary.number(),
            STEPS_MAX),
        ExceptionFiles.remarks(connection, "document_id", summary.id()));
  }

  private static DocumentFile.Step step(ResultSet row, String currency) throws SQLException {
    return new DocumentFile.Step(
        row.getLong("entry_id"),
        row.getString("ticket"),
        row.getString("lane"),
        Sql.instant(row, "recorded_at"),
        row.getString("leaves"),
        row.getLong("revision"),
        Amounts.money(currency, row.getBigDecimal("deposit")));
  }

  private static DocumentSummary summary(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    BigDecimal total = row.getBigDecimal("total");
    return new DocumentSummary(
        row.getLong("id"),
        row.getString("number"),
        row.getString("kind"),
        row.getString("state"),
        row.getString("lane"),
        row.getString("at"),
        Sql.instantOrNull(row, "claimed_at"),
        row.getString("customer_name"),
        row.getString("label"),
        total == null ? null : Amounts.money(currency, total),
        Amounts.money(currency, row.getBigDecimal("deposit")),
        row.getObject("due", LocalDate.class),
        Sql.instant(row, "begun_at"),
        Sql.instant(row, "changed_at"),
        row.getString("problem"));
  }
}
