package dev.tillbridge.hq.returns;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.CameBack;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as its register wrote it, and the tickets that took goods of it back.
 *
 * @param returns in the order they came to HQ
 */
public record KnownTicket(JournalEntry sold, List<JournalEntry> returns) {

  private static final String FIND =
      """
      select e.bytes from ticket t join entry e on e.id = t.entry_id
      where t.number = ? order by t.entry_id limit 1
      """;

  private static final String RETURNS =
      """
      select e.bytes from entry e
      where e.id in (select entry_id from ticket_line where returned_ticket = ?) order by e.id
      """;

  /** The ticket with this number, when HQ has it. */
  public static Optional<KnownTicket> find(Connection connection, String number)
      throws SQLException {
    Optional<JournalEntry> sold = Sql.row(connection, FIND, row -> entry(row.getBytes(1)), number);
    return sold.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KnownTicket(
                sold.get(), Sql.rows(connection, RETURNS, row -> entry(row.getBytes(1)), number)));
  }

  /** The ticket in an entry that is one. */
  public static Ticket ticket(JournalEntry entry) {
    if (entry.body() instanceof EntryBody.TicketCompleted(long session, Ticket ticket)) {
      return ticket;
    }
    throw new IllegalStateException("Entry " + entry.id() + " holds no ticket.");
  }

  public Ticket ticket() {
    return ticket(sold);
  }

  /** What came back of each of its lines of which something did. */
  public List<Returned> cameBack() {
    Ticket ticket = ticket();
    List<Returned> all =
        returns.stream().flatMap(each -> Returned.in(ticket(each).lines()).stream()).toList();
    return ticket.lines().stream()
        .map(line -> CameBack.of(ticket, line.number(), all))
        .filter(back -> back.quantity().signum() > 0)
        .map(CameBack::told)
        .toList();
  }

  private static JournalEntry entry(byte[] bytes) {
    return SealedEntry.read(bytes).orThrow();
  }
}
