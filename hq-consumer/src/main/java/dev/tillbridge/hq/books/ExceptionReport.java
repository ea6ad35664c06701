package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything that needs a human, in one list. */
public final class ExceptionReport {

  /** Shown at most, the newest. */
  public static final int SHOWN_MAX = 200;

  /** A gap younger than this is expected to close by itself. */
  public static final Duration GAP_PATIENCE = Duration.ofMinutes(1);

  private static final String ASKED =
      "with asked (gaps_before, closed_too) as (values (?::timestamptz, ?::boolean)) ";

  // Each answers id, code, what, lane, epoch, sequence, since, currency, amount, resolution.
  private static final String SUSPENSE =
      """
      select s.id, s.kind as code, s.reason as what, s.lane, s.epoch, s.sequence,
        s.received_at as since, t.currency, p.amount, s.resolution
      from suspense s
        left join ledger_transaction t on t.suspense_id = s.id and t.kind = 'SUSPENSE'
        left join posting p on p.transaction_id = t.id and p.line = 1
      where (select closed_too from asked) or s.resolved_at is null
      order by s.id desc limit ?
      """;

  private static final String CONFLICT =
      """
      select c.id, 'CONFLICT' as code, '' as what, c.lane, c.epoch, c.sequence,
        c.received_at as since, null as currency, null::numeric as amount,
        (select 'SEEN' from remark r where r.conflict_id = c.id limit 1) as resolution
      from entry_conflict c
      where (select closed_too from asked)
        or not exists (select from remark r where r.conflict_id = c.id)
      order by c.id desc limit ?
      """;

  private static final String GAP =
      """
      select 0::bigint as id, 'GAP' as code,
        'HQ has everything up to ' || s.watermark || ' of ' || greatest(s.last_sequence, s.announced)
          as what,
        s.lane, s.epoch, s.watermark + 1 as sequence, s.missing_since as since,
        null as currency, null::numeric as amount, null as resolution
      from register_stream s
      where s.closed_at is null and s.missing_since < (select gaps_before from asked)
      order by s.missing_since desc limit ?
      """;

  private static final String KEY =
      """
      select 0::bigint as id, 'KEY' as code, k.fingerprint as what, k.lane, k.epoch,
        0::bigint as sequence, k.first_seen_at as since, null as currency,
        null::numeric as amount,
        case when k.state <> 'PENDING' then k.state
          when exists (select from register_key e where e.lane = k.lane and e.epoch = k.epoch
            and e.state = 'ENROLLED') then 'SUPERSEDED'
          when exists (select from trust_action t where t.lane = k.lane and t.epoch = k.epoch
            and t.key = k.key) then 'REFUSED' end as resolution
      from register_key k
      where ((select closed_too from asked) and coalesce(k.decided_by, '') <> 'automatic')
        or (k.state = 'PENDING'
          and not exists (select from register_key e
            where e.lane = k.lane and e.epoch = k.epoch and e.state = 'ENROLLED')
          and not exists (select from trust_action t
            where t.lane = k.lane and t.epoch = k.epoch and t.key = k.key))
      order by k.first_seen_at desc limit ?
      """;

  private static final String LIFE =
      """
      select 0::bigint as id, 'LIFE' as code,
        'HQ has everything up to ' || s.watermark || ' of ' || greatest(s.last_sequence, s.announced)
          as what,
        s.lane, s.epoch, 0::bigint as sequence, s.last_seen_at as since, null as currency,
        null::numeric as amount, case when s.closed_at is not null then 'CLOSED' end as resolution
      from register_stream s
      where ((select closed_too from asked) or s.closed_at is null)
        and exists (select from register_stream n where n.lane = s.lane and n.epoch > s.epoch)
      order by s.last_seen_at desc limit ?
      """;

  private static final String ALARM =
      """
      select a.id, a.kind as code, a.detail as what, a.lane, a.epoch, 0::bigint as sequence,
        a.since, null as currency, null::numeric as amount,
        case when exists (select from remark r where r.alarm_id = a.id) then 'SEEN'
          when a.cleared_at is not null then 'CLEARED' end as resolution
      from stream_alarm a
      where (select closed_too from asked)
        or (a.cleared_at is null and not exists (select from remark r where r.alarm_id = a.id))
      order by a.id desc limit ?
      """;

  private static final String CARD =
      """
      select c.id, 'CARD_DECLINED' as code,
        concat('Ticket ', coalesce(c.ticket, 'not known'), ', ',
          coalesce(c.scheme || ' ' || c.masked, 'card not known yet'), ', ',
          coalesce(c.customer_name, 'customer not named'), ': ', c.reason) as what,
        c.lane, c.epoch, c.sequence, c.recorded_at as since, c.currency, c.amount,
        (select 'SEEN' from remark r where r.card_id = c.id limit 1) as resolution
      from card_payment c
      where c.state = 'DECLINED' and ((select closed_too from asked)
        or not exists (select from remark r where r.card_id = c.id))
      order by c.id desc limit ?
      """;

  private static final String DOCUMENT =
      """
      select d.id, d.problem as code, d.number as what, d.lane, 0::bigint as epoch,
        0::bigint as sequence, d.problem_since as since, d.currency, d.deposit as amount,
        case when exists (select from remark r
          where r.document_id = d.id and r.at >= d.problem_since) then 'SEEN' end as resolution
      from document d
      where d.problem is not null
        and ((select closed_too from asked) or not exists (select from remark r
          where r.document_id = d.id and r.at >= d.problem_since))
      order by d.problem_since desc limit ?
      """;

  private static final String FINDING =
      """
      select f.id, f.kind as code, f.detail as what, f.lane, f.epoch, f.sequence, f.since,
        f.currency, f.amount,
        case when exists (select from remark r where r.finding_id = f.id) then 'SEEN'
          when f.cleared_at is not null then 'CLEARED' end as resolution
      from finding f
      where (select closed_too from asked)
        or (f.cleared_at is null and not exists (select from remark r where r.finding_id = f.id))
      order by f.id desc limit ?
      """;

  private final Books books;
  private final Clock clock;

  public ExceptionReport(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * The newest, one more than {@link #SHOWN_MAX} when there are more.
   *
   * @param kind null for all
   * @param all also those that nobody waits for any more
   */
  public List<Exceptional> find(@Nullable ExceptionKind kind, boolean all) {
    List<ExceptionKind> kinds = kind == null ? List.of(ExceptionKind.values()) : List.of(kind);
    return books.read(session ->
        session.doReturningWork(connection -> {
          List<Exceptional> found = new ArrayList<>();
          for (ExceptionKind each : kinds) {
            found.addAll(select(connection, each, all));
          }
          found.sort(Comparator.comparing(Exceptional::since).reversed());
          return found.size() > SHOWN_MAX + 1 ? found.subList(0, SHOWN_MAX + 1) : found;
        }));
  }

  private List<Exceptional> select(Connection connection, ExceptionKind kind, boolean all)
      throws SQLException {
    return Sql.rows(
        connection,
        ASKED + sqlOf(kind),
        row -> exceptional(kind, row),
        clock.instant().minus(GAP_PATIENCE),
        all,
        SHOWN_MAX + 1);
  }

  private static String sqlOf(ExceptionKind kind) {
    return switch (kind) {
      case SUSPENSE -> SUSPENSE;
      case CONFLICT -> CONFLICT;
      case GAP -> GAP;
      case KEY -> KEY;
      case LIFE -> LIFE;
      case ALARM -> ALARM;
      case CARD -> CARD;
      case DOCUMENT -> DOCUMENT;
      case FINDING -> FINDING;
    };
  }

  private static Exceptional exceptional(ExceptionKind kind, ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    BigDecimal amount = row.getBigDecimal("amount");
    Money money = currency == null || amount == null ? null : Amounts.money(currency, amount);
    return new Exceptional(
        kind,
        row.getLong("id"),
        row.getString("code"),
        row.getString("what"),
        row.getString("lane"),
        row.getLong("epoch"),
        row.getLong("sequence"),
        Sql.instant(row, "since"),
        money,
        row.getString("resolution"));
  }

  /** How many wait for a human; at most {@link #SHOWN_MAX} of each kind are counted. */
  public long open() {
    return books.read(session ->
        session.doReturningWork(connection -> {
          long count = 0;
          Instant gapsBefore = clock.instant().minus(GAP_PATIENCE);
          for (ExceptionKind kind : ExceptionKind.values()) {
            Optional<Long> some =
                Sql.row(
                    connection,
                    ASKED + "select count(*) from (" + sqlOf(kind) + ") as waiting",
                    row -> row.getLong(1),
                    gapsBefore,
                    false,
                    SHOWN_MAX);
            count += some.orElse(0L);
          }
          return count;
        }));
  }
}
