package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.ingest.FindingTable.Finding;
import dev.tillbridge.hq.ingest.FindingTable.Kind;
import dev.tillbridge.model.journal.EntryBody;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Whether what came back of a ticket's line, at whichever registers, is more than was sold, or more
 * was given back than was paid. A return is looked at once HQ has the ticket it names.
 */
final class ReturnCheck {

  private static final String LINES =
      """
      with asked as (
        select distinct returned_ticket as ticket, returned_line as line
        from ticket_line
        where returned_ticket is not null and (entry_id = any(?)
          or returned_ticket in (select number from ticket where entry_id = any(?))))
      select a.ticket, a.line, t.currency, coalesce(s.name, 'nothing') as name,
        coalesce(s.quantity, 0) as sold, coalesce(s.amount, 0) as paid,
        b.quantity as back, b.amount as given, b.told, l.lane, e.epoch, e.sequence
      from asked a
        join lateral (select * from ticket where number = a.ticket order by entry_id limit 1) t
          on true
        left join ticket_line s
          on s.entry_id = t.entry_id and s.line = a.line and s.quantity > 0
        join lateral (
          select -sum(r.quantity) as quantity, -sum(r.amount) as amount, max(r.entry_id) as newest,
            string_agg(format('%s on %s at %s, ticket %s', -trim_scale(r.quantity),
              x.business_date, x.lane, x.number), '; ' order by x.recorded_at, x.number) as told
          from ticket_line r join ticket x using (entry_id)
          where r.returned_ticket = a.ticket and r.returned_line = a.line) b on true
        join ticket l on l.entry_id = b.newest
        join entry e on e.id = b.newest
      """;

  private record Line(
      String ticket,
      int line,
      String currency,
      String name,
      BigDecimal sold,
      BigDecimal paid,
      BigDecimal back,
      BigDecimal given,
      String told,
      String lane,
      long epoch,
      long sequence) {

    String subject() {
      return ticket + " line " + line;
    }

    Finding finding(Kind kind, BigDecimal amount, String detail) {
      return new Finding(kind, subject(), lane, epoch, sequence, currency, amount, detail);
    }
  }

  private ReturnCheck() {}

  static void look(Connection connection, List<NewEntry> entries, Instant now) throws SQLException {
    Long[] tickets =
        entries.stream()
            .filter(entry -> entry.entry().body() instanceof EntryBody.TicketCompleted)
            .map(NewEntry::row)
            .toArray(Long[]::new);
    if (tickets.length == 0) {
      return;
    }
    var rows = connection.createArrayOf("bigint", tickets);
    List<Line> lines =
        Sql.rows(
            connection,
            LINES,
            row ->
                new Line(
                    row.getString("ticket"),
                    row.getInt("line"),
                    row.getString("currency"),
                    row.getString("name"),
                    row.getBigDecimal("sold"),
                    row.getBigDecimal("paid"),
                    row.getBigDecimal("back"),
                    row.getBigDecimal("given"),
                    row.getString("told"),
                    row.getString("lane"),
                    row.getLong("epoch"),
                    row.getLong("sequence")),
            rows,
            rows);
    for (Line line : lines) {
      look(connection, line, now);
    }
    for (String ticket : lines.stream().map(Line::ticket).distinct().toList()) {
      TaxBackCheck.look(connection, ticket, now);
    }
  }

  private static void look(Connection connection, Line line, Instant now) throws SQLException {
    BigDecimal over = line.given().subtract(line.paid());
    if (line.back().compareTo(line.sold()) > 0) {
      FindingTable.stands(
          connection,
          line.finding(
              Kind.OVER_RETURNED,
              over.max(BigDecimal.ZERO),
              "Ticket %s line %d, %s: %s sold, %s came back: %s."
                  .formatted(
                      line.ticket(),
                      line.line(),
                      line.name(),
                      plain(line.sold()),
                      plain(line.back()),
                      line.told())),
          now);
    } else {
      FindingTable.clear(connection, Kind.OVER_RETURNED, line.subject(), now);
    }
    if (over.signum() > 0) {
      FindingTable.stands(
          connection,
          line.finding(
              Kind.OVER_REFUNDED,
              over,
              "Ticket %s line %d, %s: %s %s was paid and %s %s given back: %s."
                  .formatted(
                      line.ticket(),
                      line.line(),
                      line.name(),
                      line.currency(),
                      money(line.paid()),
                      line.currency(),
                      money(line.given()),
                      line.told())),
          now);
    } else {
      FindingTable.clear(connection, Kind.OVER_REFUNDED, line.subject(), now);
    }
  }

  private static String plain(BigDecimal quantity) {
    return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
  }

  private static String money(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2).toPlainString() : stripped.toPlainString();
  }
}
