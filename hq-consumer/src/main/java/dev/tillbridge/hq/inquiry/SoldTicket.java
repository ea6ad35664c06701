package dev.tillbridge.hq.inquiry;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.hq.books.Amounts;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.Ticket;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A ticket as its register wrote it, and what came back of it at whichever register. */
final class SoldTicket {

  private static final String FIND =
      """
      select e.bytes from ticket t join entry e on e.id = t.entry_id
      where t.number = ? order by t.entry_id limit 1
      """;

  private static final String RETURNED =
      """
      select l.returned_line, -sum(l.quantity) as quantity, -sum(l.amount) as amount,
        case when bool_and(l.returned_tax is not null) then -sum(l.returned_tax) end as tax,
        min(t.currency) as currency
      from ticket_line l join ticket t using (entry_id)
      where l.returned_ticket = ? group by l.returned_line order by l.returned_line
      """;

  private SoldTicket() {}

  static Answer answer(Connection connection, String number) throws SQLException {
    List<byte[]> found = Sql.rows(connection, FIND, row -> row.getBytes(1), number);
    if (found.isEmpty()) {
      return new Answer.NotKnown(number);
    }
    JournalEntry entry = SealedEntry.read(found.getFirst()).orThrow();
    if (!(entry.body() instanceof EntryBody.TicketCompleted(long session, Ticket ticket))) {
      throw new IllegalStateException("Ticket " + number + " is no ticket in its entry.");
    }
    return new Answer.TicketFound(ticket, entry.recordedAt(), returned(connection, number));
  }

  private static List<Returned> returned(Connection connection, String number) throws SQLException {
    return Sql.rows(
        connection,
        RETURNED,
        row ->
            new Returned(
                number,
                row.getInt("returned_line"),
                plain(row.getBigDecimal("quantity")),
                Amounts.money(row.getString("currency"), row.getBigDecimal("amount")),
                tax(row)),
        number);
  }

  private static @Nullable Money tax(ResultSet row) throws SQLException {
    BigDecimal tax = row.getBigDecimal("tax");
    return tax == null ? null : Amounts.money(row.getString("currency"), tax);
  }

  private static BigDecimal plain(BigDecimal quantity) {
    BigDecimal stripped = quantity.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
