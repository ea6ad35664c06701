package dev.tillbridge.hq.books;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.JournalEntry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Opens single tickets. */
public final class TicketFiles {

  private final Books books;

  public TicketFiles(Books books) {
    this.books = books;
  }

  /** The ticket of that entry row, empty when there is none. */
  public Optional<TicketFile> open(long entryId) {
    return books.read(session -> {
      TicketRow ticket = session.get(TicketRow.class, entryId);
      return ticket == null ? Optional.empty() : Optional.of(file(session, ticket));
    });
  }

  private static TicketFile file(StatelessSession session, TicketRow ticket) {
    String currency = ticket.currency;
    return new TicketFile(
        TicketSearch.summary(ticket),
        Amounts.money(currency, ticket.net),
        Amounts.money(currency, ticket.tax),
        Amounts.money(currency, ticket.change),
        ticket.drawerSession,
        ticket.priceBook,
        lines(session, ticket),
        of(session, TicketTaxRow.class, "position", ticket).stream()
            .map(row ->
                new TicketFile.Tax(
                    row.category,
                    row.percent,
                    row.mode.equals("INCLUSIVE"),
                    Amounts.money(currency, row.net),
                    Amounts.money(currency, row.tax)))
            .toList(),
        of(session, TenderRow.class, "position", ticket).stream()
            .map(row -> new TicketFile.Payment(row.type, Amounts.money(currency, row.amount)))
            .toList(),
        transaction(session, ticket),
        source(session, ticket));
  }

  private static List<TicketFile.Line> lines(StatelessSession session, TicketRow ticket) {
    Map<Integer, List<TicketFile.Discount>> discounts =
        session.doReturningWork(connection -> discounts(connection, ticket));
    return of(session, TicketLineRow.class, "line", ticket).stream()
        .map(row -> line(row, ticket.currency, discounts.getOrDefault(row.line, List.of())))
        .toList();
  }

  private record Taken(int line, TicketFile.Discount discount) {}

  private static Map<Integer, List<TicketFile.Discount>> discounts(
      Connection connection, TicketRow ticket) throws SQLException {
    return Sql.rows(
            connection,
            "select * from ticket_discount where entry_id = ? order by line, position",
            row ->
                new Taken(
                    row.getInt("line"),
                    new TicketFile.Discount(
                        row.getString("promotion"),
                        row.getString("name"),
                        Amounts.money(ticket.currency, row.getBigDecimal("amount")))),
            ticket.entryId)
        .stream()
        .collect(groupingBy(Taken::line, mapping(Taken::discount, toList())));
  }

  private static <T> List<T> of(
      StatelessSession session, Class<T> rows, String order, TicketRow ticket) {
    return session
        .createSelectionQuery(
            "from " + rows.getSimpleName() + " where entryId = :entry order by " + order, rows)
        .setParameter("entry", ticket.entryId)
        .getResultList();
  }

  private static TicketFile.Line line(
      TicketLineRow row, String currency, List<TicketFile.Discount> discounts) {
    return new TicketFile.Line(
        row.line,
        row.item,
        row.scanned,
        row.name,
        row.quantity,
        Amounts.money(currency, row.unitPrice),
        Amounts.money(currency, row.amount),
        row.taxCategory,
        optional(currency, row.bookPrice),
        row.overrideReason,
        row.priced
            ? new TicketFile.Trace(row.priceZone, row.priceSince, row.priceEmbedded, row.priceEvent)
            : null,
        discounts);
  }

  private static @Nullable Money optional(String currency, @Nullable BigDecimal amount) {
    return amount == null ? null : Amounts.money(currency, amount);
  }

  record SideRow(String account, String name, String memo, BigDecimal amount) {}

  private static TicketFile.@Nullable Transaction transaction(
      StatelessSession session, TicketRow ticket) {
    TransactionRow transaction =
        session
            .createSelectionQuery(
                "from TransactionRow where entryId = :entry", TransactionRow.class)
            .setParameter("entry", ticket.entryId)
            .getSingleResultOrNull();
    if (transaction == null) {
      return null;
    }
    List<TicketFile.Side> sides =
        session
            .createSelectionQuery(
                "select p.account, a.name, p.memo, p.amount from PostingRow p"
                    + " join AccountRow a on a.code = p.account"
                    + " where p.transactionId = :id order by p.line",
                SideRow.class)
            .setParameter("id", transaction.id)
            .getResultList()
            .stream()
            .map(row ->
                new TicketFile.Side(
                    row.account(),
                    row.name(),
                    row.memo(),
                    Amounts.money(transaction.currency, row.amount())))
            .toList();
    return new TicketFile.Transaction(
        transaction.id, transaction.description, transaction.postedAt, sides);
  }

  private static TicketFile.Source source(StatelessSession session, TicketRow ticket) {
    EntryRow entry = session.get(EntryRow.class, ticket.entryId);
    if (entry == null) {
      throw new IllegalStateException("Ticket " + ticket.number + " has lost its entry.");
    }
    String before =
        session
            .createSelectionQuery(
                "select hash from EntryRow"
                    + " where lane = :lane and epoch = :epoch and sequence = :before",
                String.class)
            .setParameter("lane", entry.lane)
            .setParameter("epoch", entry.epoch)
            .setParameter("before", entry.sequence - 1)
            .getSingleResultOrNull();
    return new TicketFile.Source(
        entry.lane,
        entry.epoch,
        entry.sequence,
        operator(entry),
        entry.receivedAt,
        entry.hash,
        entry.previous,
        matches(entry, before),
        entry.bytes);
  }

  /** An entry that was in suspense before it was posted has no column for it. */
  private static String operator(EntryRow entry) {
    if (entry.operator != null) {
      return entry.operator;
    }
    return SealedEntry.read(entry.bytes) instanceof Decoded.Read<JournalEntry>(JournalEntry read)
        ? read.operator()
        : "somebody";
  }

  private static @Nullable Boolean matches(EntryRow entry, @Nullable String before) {
    if (entry.sequence == 1) {
      return entry.previous.equals("0".repeat(64));
    }
    return before == null ? null : before.equals(entry.previous);
  }
}
