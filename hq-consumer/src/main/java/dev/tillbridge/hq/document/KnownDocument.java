package dev.tillbridge.hq.document;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.hq.books.Amounts;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document by everything that has come: lines as in the newest revision, money and state also by
 * tickets, and counted as its register counts.
 *
 * @param at the lane that has it, or that it was left to
 * @param claim by which HQ gave it to that lane, null when HQ did not or the lane has recorded it
 */
public record KnownDocument(Document document, LaneId at, @Nullable Claim claim) {

  /** HQ gave it to a lane. */
  public record Claim(LaneId lane, Instant at) {}

  /** A payment is one revision; what ends a document is a payment and an end. */
  private static final String FIND =
      """
      select d.state, d.deposit, d.currency, e.bytes, coalesce(d.handed_to, d.lane) as at,
        c.lane as claimed_by, c.claimed_at, (
          select coalesce(sum(case when t.document_leaves = 'OPEN' then 1 else 2 end), 0)
          from ticket t join entry x on x.id = t.entry_id
          where t.document = d.number and case when t.lane = e.lane
            then (x.epoch, x.sequence) > (e.epoch, e.sequence)
            else t.recorded_at > r.recorded_at end) as steps
      from document d
        join lateral (
          select * from document_revision where number = d.number
          order by revision desc, recorded_at desc, entry_id desc limit 1) r on true
        join entry e on e.id = r.entry_id
        left join document_claimed c on c.number = d.number
      where d.number = ?
      """;

  /** Empty when HQ does not know it, or only tickets that name it. */
  public static Optional<KnownDocument> find(Connection connection, String number)
      throws SQLException {
    return Sql.row(connection, FIND, KnownDocument::read, number);
  }

  private static KnownDocument read(ResultSet row) throws SQLException {
    EntryBody body = SealedEntry.read(row.getBytes("bytes")).orThrow().body();
    if (!(body instanceof DocumentRecorded recorded)) {
      throw new IllegalStateException("A document's revision is no document in its entry.");
    }
    Money deposit = Amounts.money(row.getString("currency"), row.getBigDecimal("deposit"));
    String claimedBy = row.getString("claimed_by");
    Claim claim =
        claimedBy == null
            ? null
            : new Claim(LaneId.parse(claimedBy), Sql.instant(row, "claimed_at"));
    return new KnownDocument(
        as(
            recorded.document(),
            DocumentState.valueOf(row.getString("state")),
            row.getLong("steps"),
            deposit),
        claim == null ? LaneId.parse(row.getString("at")) : claim.lane(),
        claim);
  }

  private static Document as(Document last, DocumentState state, long steps, Money deposit) {
    return new Document(
        last.number(),
        last.kind(),
        state,
        last.revision() + steps,
        last.customer(),
        last.label(),
        last.lines(),
        last.priceBook(),
        last.total(),
        deposit.isNegative() ? Money.zero(deposit.getCurrencyUnit()) : deposit,
        last.due(),
        last.schedule(),
        last.reference(),
        last.pricing());
  }
}
