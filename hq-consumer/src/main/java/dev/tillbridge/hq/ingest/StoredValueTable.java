package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.ingest.FindingTable.Finding;
import dev.tillbridge.hq.ingest.FindingTable.Kind;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;

/** What was put on each stored value and what was taken of it, over all registers. */
final class StoredValueTable {

  private static final String ADD =
      """
      insert into stored_value as v
        (number, kind, currency, issued, redeemed, first_at, last_at, last_lane)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (number) do update set
        issued = v.issued + excluded.issued, redeemed = v.redeemed + excluded.redeemed,
        first_at = least(v.first_at, excluded.first_at),
        last_lane = case when excluded.last_at >= v.last_at then excluded.last_lane
          else v.last_lane end,
        last_at = greatest(v.last_at, excluded.last_at)
      """;

  private static final String MOVES =
      """
      select string_agg(told, '; ' order by at, told) from (
        select t.recorded_at as at, format('%s %s on %s, ticket %s',
          case when c.reload then 'loaded' else 'issued' end, c.amount::numeric(19,2), t.lane,
          t.number) as told
        from ticket_charge c join ticket t using (entry_id)
        where c.number = ? and c.type in ('GIFT', 'CREDIT')
        union all
        select t.recorded_at, format('redeemed %s on %s, ticket %s',
          d.amount::numeric(19,2), t.lane, t.number)
        from tender d join ticket t using (entry_id) where d.number = ? order by 1 limit 50) moves
      """;

  private record Last(NewEntry entry, StoredValueKind kind, Money zero) {}

  private StoredValueTable() {}

  static void upsert(Connection connection, List<NewEntry> entries, Instant now)
      throws SQLException {
    TreeMap<String, Last> touched = new TreeMap<>();
    for (NewEntry entry : entries) {
      if (entry.entry().body() instanceof EntryBody.TicketCompleted(long session, Ticket ticket)
          && BetweenRegisters.hasStoredValue(ticket)) {
        for (String number : numbers(ticket)) {
          touched.put(number, add(connection, entry, ticket, number));
        }
      }
    }
    for (var each : touched.entrySet()) {
      look(connection, each.getKey(), each.getValue(), now);
    }
  }

  private static TreeSet<String> numbers(Ticket ticket) {
    TreeSet<String> numbers = new TreeSet<>();
    for (Charge charge : ticket.charges()) {
      if (charge instanceof Charge.StoredValueSold sold) {
        numbers.add(sold.number());
      }
    }
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.StoredValue value) {
        numbers.add(value.number());
      }
    }
    return numbers;
  }

  private static Last add(Connection connection, NewEntry entry, Ticket ticket, String number)
      throws SQLException {
    Money zero = Money.zero(ticket.total().getCurrencyUnit());
    Money issued = zero;
    Money redeemed = zero;
    StoredValueKind kind = StoredValueKind.GIFT;
    for (Charge charge : ticket.charges()) {
      if (charge instanceof Charge.StoredValueSold sold && sold.number().equals(number)) {
        issued = issued.plus(sold.amount());
        kind = sold.kind();
      }
    }
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.StoredValue value && value.number().equals(number)) {
        redeemed = redeemed.plus(value.amount());
        kind = value.kind();
      }
    }
    Sql.change(
        connection,
        ADD,
        number,
        kind,
        zero.getCurrencyUnit().getCode(),
        issued.getAmount(),
        redeemed.getAmount(),
        entry.entry().recordedAt(),
        entry.entry().recordedAt(),
        entry.lane());
    if (redeemed.isPositive()) {
      Sql.change(
          connection,
          "delete from stored_value_kept where number = ? and lane = ?",
          number,
          entry.lane());
    }
    return new Last(entry, kind, zero);
  }

  private static void look(Connection connection, String number, Last last, Instant now)
      throws SQLException {
    BigDecimal over =
        Sql.row(
                connection,
                "select redeemed - issued from stored_value where number = ?",
                row -> row.getBigDecimal(1),
                number)
            .orElseThrow();
    if (over.signum() <= 0) {
      FindingTable.clear(connection, Kind.OVERDRAWN, number, now);
      return;
    }
    Money amount = Money.of(last.zero().getCurrencyUnit(), over.stripTrailingZeros());
    String moves = Sql.row(connection, MOVES, row -> row.getString(1), number, number).orElse("");
    FindingTable.stands(
        connection,
        new Finding(
            Kind.OVERDRAWN,
            number,
            last.entry().lane(),
            last.entry().id().epoch(),
            last.entry().id().sequence(),
            amount.getCurrencyUnit().getCode(),
            over,
            "%s %s was redeemed for %s more than was put on it: %s."
                .formatted(
                    last.kind() == StoredValueKind.GIFT ? "Gift certificate" : "Store credit",
                    number,
                    amount,
                    moves)),
        now);
  }
}
