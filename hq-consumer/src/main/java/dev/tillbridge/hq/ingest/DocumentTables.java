package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What registers recorded of documents, and what each document is by all of it. Worked out anew
 * from all revisions and tickets whenever one comes, so their order makes no difference.
 */
final class DocumentTables {

  /** One after the other, so that of two batches about a document the second sees the first. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('document ' || number, 0))"
          + " from unnest(?::text[]) as number order by number";

  private static final String WORK_OUT =
      """
      insert into document (number, kind, state, lane, handed_to, customer, customer_name, label,
        currency, total, deposit, due, begun_at, changed_at, problem, problem_since)
      select w.number, r.kind, coalesce(ended.state, r.state, 'OPEN'), coalesce(r.lane, t.lane),
        case when ended.state is null then r.handed_to end, r.customer, r.customer_name, r.label, coalesce(r.currency, t.currency), r.total,
        coalesce(money.deposit, 0), r.due, least(first.at, t.at), greatest(last.at, t.last_at),
        problem.code, case when problem.code is not null then ?::timestamptz end
      from unnest(?::text[]) as w (number)
        left join lateral (
          select * from document_revision d where d.number = w.number
          order by d.revision desc, d.recorded_at desc, d.entry_id desc limit 1) r on true
        left join lateral (
          select min(d.recorded_at) as at from document_revision d where d.number = w.number)
          first on true
        left join lateral (
          select max(d.recorded_at) as at from document_revision d where d.number = w.number)
          last on true
        left join lateral (
          select min(s.lane) as lane, min(s.currency) as currency, min(s.recorded_at) as at,
            max(s.recorded_at) as last_at
          from ticket s where s.entry_id in (
            select entry_id from ticket where document = w.number
            union select entry_id from ticket_charge where number = w.number and type = 'DEPOSIT'
            union select entry_id from tender where number = w.number and type = 'deposit')) t on true
        left join lateral (
          select sum(amount) as deposit from (
            select amount from ticket_charge where number = w.number and type = 'DEPOSIT'
            union all
            select -amount from tender where number = w.number and type = 'deposit') moved)
          money on true
        left join lateral (
          select count(*) as times, min(e.state) as state from (
            select state from document_revision
              where number = w.number and state not in ('OPEN', 'HANDED_OVER')
            union all
            select document_leaves from ticket
              where document = w.number
                and document_leaves not in ('OPEN', 'HANDED_OVER')) e) ended on true
        left join lateral (
          select case
            when exists (select from document_revision d where d.number = w.number
              group by d.revision having count(*) > 1) then 'TWO_REVISIONS'
            when ended.times > 1 then 'ENDED_TWICE'
            when money.deposit < 0 then 'OVERDRAWN'
            when ended.times > 0 and money.deposit > 0 then 'LEFT_OVER' end as code) problem on true
      on conflict (number) do update set kind = excluded.kind, state = excluded.state,
        lane = excluded.lane, handed_to = excluded.handed_to, customer = excluded.customer,
        customer_name = excluded.customer_name, label = excluded.label,
        currency = excluded.currency, total = excluded.total, deposit = excluded.deposit,
        due = excluded.due, begun_at = excluded.begun_at, changed_at = excluded.changed_at,
        problem = excluded.problem,
        problem_since = case when document.problem = excluded.problem
          then document.problem_since else excluded.problem_since end
      """;

  private final RowInsert revisions =
      new RowInsert(
          "document_revision",
          "entry_id bigint",
          "number text",
          "revision bigint",
          "kind text",
          "state text",
          "lane text",
          "business_date date",
          "recorded_at timestamptz",
          "customer text",
          "customer_name text",
          "label text",
          "line_count integer",
          "price_book bigint",
          "currency text",
          "total numeric",
          "paid numeric",
          "due date",
          "handed_to text");
  private final SortedSet<String> touched = new TreeSet<>();

  private DocumentTables() {}

  /** After the tickets of the same entries. */
  static void insert(Connection connection, List<NewEntry> entries, Instant now)
      throws SQLException {
    DocumentTables tables = new DocumentTables();
    for (NewEntry entry : entries) {
      switch (entry.entry().body()) {
        case DocumentRecorded recorded -> tables.add(entry, recorded);
        case EntryBody.TicketCompleted completed -> tables.touch(completed.ticket());
        case EntryBody other -> {}
      }
    }
    tables.write(connection, now);
  }

  private void write(Connection connection, Instant now) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    Array numbers = connection.createArrayOf("text", touched.toArray(new String[0]));
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, numbers);
      lock.executeQuery().close();
    }
    revisions.execute(connection);
    try (PreparedStatement workOut = connection.prepareStatement(WORK_OUT)) {
      workOut.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      workOut.setArray(2, numbers);
      workOut.executeUpdate();
    }
  }

  private void touch(Ticket ticket) {
    if (ticket.document() != null) {
      touched.add(ticket.document().number());
    }
    for (Charge charge : ticket.charges()) {
      if (charge instanceof Charge.DepositPaid deposit) {
        touched.add(deposit.document());
      }
    }
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.Deposit deposit) {
        touched.add(deposit.document());
      }
    }
  }

  private void add(NewEntry entry, DocumentRecorded recorded) {
    Document document = recorded.document();
    touched.add(document.number());
    revisions.add(
        entry.row(),
        document.number(),
        document.revision(),
        document.kind(),
        document.state(),
        entry.lane(),
        entry.entry().businessDate(),
        entry.entry().recordedAt(),
        document.customer() == null ? null : document.customer().id(),
        document.customer() == null ? null : document.customer().name(),
        document.label(),
        document.lines().size(),
        document.priceBook(),
        document.total().getCurrencyUnit(),
        document.total(),
        document.paid(),
        document.due(),
        recorded.to());
  }
}
