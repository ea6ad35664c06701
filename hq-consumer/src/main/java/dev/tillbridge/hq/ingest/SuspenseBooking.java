package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Books what is in suspense and has an amount, and takes it back. */
public final class SuspenseBooking {

  private static final String UNBOOKED =
      """
      select s.id, s.bytes from suspense s
      where s.hash = any (?) and s.resolved_at is null
        and not exists (
          select from ledger_transaction t where t.suspense_id = s.id and t.kind = 'SUSPENSE')
      order by s.id
      """;

  private static final String REVERSE =
      """
      with reversed as (
        insert into ledger_transaction (kind, store, lane, business_date, drawer_session, currency,
          description, posted_at, suspense_id, reverses)
        select 'SUSPENSE_REVERSED', t.store, t.lane, t.business_date, t.drawer_session, t.currency,
          'Taken back: ' || t.description, ?, t.suspense_id, t.id
        from ledger_transaction t
        where t.suspense_id = any (?) and t.kind = 'SUSPENSE'
          and not exists (
            select from ledger_transaction later
            where later.suspense_id = t.suspense_id and later.kind <> 'SUSPENSE')
        returning id, reverses)
      insert into posting (transaction_id, line, lines, account, amount, memo)
      select r.id, p.line, p.lines, p.account, -p.amount, p.memo
      from reversed r join posting p on p.transaction_id = r.reverses
      """;

  private final SuspenseRules rules;
  private final ZoneId zone;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Unbooked(long id, byte[] bytes) {}

  SuspenseBooking(SuspenseRules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /** Books those of these that are not booked yet, in the transaction that keeps their bytes. */
  void book(
      Connection connection,
      List<NewSuspended> numbered,
      List<Arrival.Unusable> others,
      Instant now)
      throws SQLException {
    Stream<EntryHash> suspended =
        Stream.concat(
            numbered.stream().map(entry -> entry.arrival().hash()),
            others.stream().map(Arrival.Unusable::hash));
    Object[] texts = suspended.map(EntryHash::hex).toArray();
    if (texts.length == 0) {
      return;
    }
    LocalDate received = LocalDate.ofInstant(now, zone);
    Object hashes = connection.createArrayOf("text", texts);
    List<Unbooked> unbooked =
        Sql.rows(
            connection,
            UNBOOKED,
            row -> new Unbooked(row.getLong("id"), row.getBytes("bytes")),
            hashes);
    for (Unbooked item : unbooked) {
      Optional<LedgerTransaction> transaction = rules.transactionOf(item.bytes(), received);
      if (transaction.isPresent()) {
        LedgerTables.book(connection, transaction.get(), item.id(), null, now);
      }
    }
  }

  /**
   * Takes back what was booked for these messages, on the same business date, and answers how many
   * postings that were. What was booked by hand stays.
   */
  public static int reverse(Connection connection, Collection<Long> suspended, Instant now)
      throws SQLException {
    if (suspended.isEmpty()) {
      return 0;
    }
    Object ids = connection.createArrayOf("bigint", suspended.toArray());
    return Sql.change(connection, REVERSE, now, ids);
  }
}
