package dev.tillbridge.it.reconciliation;

import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.invoice.InvoiceRow;
import dev.tillbridge.it.lane.JournalLine;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.HqBooks.EntryKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in one view and not in the others.
 *
 * @param rung what the registers' journals hold
 * @param hq what HQ's books hold
 * @param lost one line for each: an invoice no journal has, a receipt its journal has not, an entry
 *     HQ has not
 * @param duplicated a reference rung or booked more than once, an entry at HQ that no journal has
 * @param altered hash, number, reference, total or lines that differ between two views
 */
public record Reconciliation(
    Figures rung,
    Figures hq,
    boolean balanced,
    List<String> lost,
    List<String> duplicated,
    List<String> altered) {

  /** Tickets, their lines and what they come to. */
  public record Figures(int tickets, int lines, BigDecimal net) {}

  public static Reconciliation of(
      InvoiceFile file, List<RungTicket> receipts, List<LaneJournal> journals, HqBooks books) {
    return new Comparison(file, receipts, journals, books).compare();
  }

  /** Nothing lost, doubled or altered, and HQ's figures are the registers'. */
  public boolean isClean() {
    return lost.isEmpty()
        && duplicated.isEmpty()
        && altered.isEmpty()
        && balanced
        && rung.tickets() == hq.tickets()
        && rung.lines() == hq.lines()
        && rung.net().compareTo(hq.net()) == 0;
  }

  private static final class Comparison {

    private final InvoiceFile file;
    private final List<RungTicket> receipts;
    private final HqBooks books;
    private final Map<EntryKey, JournalLine> journal = new LinkedHashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> altered = new ArrayList<>();

    Comparison(
        InvoiceFile file, List<RungTicket> receipts, List<LaneJournal> journals, HqBooks books) {
      this.file = file;
      this.receipts = receipts;
      this.books = books;
      for (LaneJournal lane : journals) {
        for (JournalLine line : lane.lines()) {
          journal.put(new EntryKey(lane.lane(), lane.epoch(), line.sequence()), line);
        }
      }
    }

    Reconciliation compare() {
      invoicesAgainstJournals();
      receiptsAgainstJournals();
      journalsAgainstHq();
      ticketsOfHq();
      return new Reconciliation(rung(), hq(), books.ledger().balanced(), lost, duplicated, altered);
    }

    private void invoicesAgainstJournals() {
      Map<String, JournalLine> byReference = new HashMap<>();
      journal.forEach((id, line) -> {
        if (line.isTicket() && byReference.put(reference(line), line) != null) {
          duplicated.add("invoice " + reference(line) + " was rung again as " + id);
        }
      });
      Set<String> expected = new HashSet<>();
      for (Invoice invoice : file.invoices()) {
        expected.add(invoice.number());
        JournalLine line = byReference.get(invoice.number());
        if (line == null) {
          lost.add("invoice " + invoice.number() + " is in no register's journal");
        } else if (lines(line) != invoice.rows().size() || !equal(total(line), invoice.net())) {
          altered.add(
              "invoice %s has %d rows and %s, its ticket %d lines and %s"
                  .formatted(
                      invoice.number(),
                      invoice.rows().size(),
                      invoice.net(),
                      lines(line),
                      total(line)));
        }
      }
      byReference.keySet().stream()
          .filter(reference -> !expected.contains(reference))
          .forEach(
              reference -> duplicated.add("ticket " + reference + " is no invoice of the file"));
    }

    private void receiptsAgainstJournals() {
      for (RungTicket receipt : receipts) {
        EntryKey id = new EntryKey(receipt.lane(), receipt.epoch(), receipt.sequence());
        JournalLine line = journal.get(id);
        if (line == null) {
          lost.add(
              "receipt " + receipt.number() + " was given, and " + id + " is not in a journal");
        } else if (!receipt.hash().equals(line.hash())
            || !receipt.number().equals(line.number())
            || !receipt.reference().equals(line.reference())
            || !equal(receipt.total().getAmount(), total(line))) {
          altered.add("receipt " + receipt.number() + " and journal entry " + id + " differ");
        }
      }
    }

    private void journalsAgainstHq() {
      journal.forEach((id, line) -> {
        HqBooks.Entry entry = books.entries().get(id);
        if (entry == null) {
          lost.add("journal entry " + id + " is not at HQ");
        } else if (!entry.hash().equals(line.hash()) || !entry.hashOfBytes().equals(line.hash())) {
          altered.add(
              "journal entry %s has the hash %s, HQ says %s over bytes of %s"
                  .formatted(id, line.hash(), entry.hash(), entry.hashOfBytes()));
        }
      });
      books.entries().keySet().stream()
          .filter(id -> !journal.containsKey(id))
          .forEach(id -> duplicated.add("entry " + id + " is at HQ and in no journal"));
    }

    private void ticketsOfHq() {
      Map<String, Invoice> invoices = new HashMap<>();
      file.invoices().forEach(invoice -> invoices.put(invoice.number(), invoice));
      Set<String> seen = new HashSet<>();
      Set<EntryKey> booked = new HashSet<>();
      for (HqBooks.Ticket ticket : books.tickets()) {
        booked.add(ticket.entry());
        if (!seen.add(ticket.reference())) {
          duplicated.add("invoice " + ticket.reference() + " is booked again as " + ticket.entry());
        }
        JournalLine line = journal.get(ticket.entry());
        Invoice invoice = invoices.get(ticket.reference());
        if (line != null && !isTicketOf(line, ticket)) {
          altered.add(
              "HQ's ticket " + ticket.number() + " is not what its register's journal says");
        }
        if (invoice != null && !hasLinesOf(invoice, ticket)) {
          altered.add("HQ's ticket " + ticket.number() + " has other lines than its invoice");
        }
      }
      journal.forEach((id, line) -> {
        if (line.isTicket() && books.entries().containsKey(id) && !booked.contains(id)) {
          lost.add("entry " + id + " is at HQ, and its ticket is not booked");
        }
      });
    }

    private static boolean isTicketOf(JournalLine line, HqBooks.Ticket ticket) {
      return ticket.number().equals(line.number())
          && ticket.reference().equals(reference(line))
          && ticket.lineCount() == lines(line)
          && ticket.lines().size() == lines(line)
          && equal(ticket.total(), total(line));
    }

    private static boolean hasLinesOf(Invoice invoice, HqBooks.Ticket ticket) {
      if (ticket.lines().size() != invoice.rows().size()) {
        return false;
      }
      for (int i = 0; i < ticket.lines().size(); i++) {
        HqBooks.Line line = ticket.lines().get(i);
        InvoiceRow row = invoice.rows().get(i);
        if (!line.item().equals(row.code())
            || !equal(line.quantity(), row.quantity())
            || !equal(line.unitPrice(), row.unitPrice())
            || !equal(line.amount(), row.net())) {
          return false;
        }
      }
      return true;
    }

    private Figures rung() {
      List<JournalLine> tickets = journal.values().stream().filter(JournalLine::isTicket).toList();
      return new Figures(
          tickets.size(),
          tickets.stream().mapToInt(Comparison::lines).sum(),
          tickets.stream().map(Comparison::total).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Figures hq() {
      return new Figures(
          books.tickets().size(),
          books.tickets().stream().mapToInt(ticket -> ticket.lines().size()).sum(),
          books.tickets().stream()
              .flatMap(ticket -> ticket.lines().stream())
              .map(HqBooks.Line::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String reference(JournalLine line) {
      return line.reference() == null ? "" : line.reference();
    }

    private static int lines(JournalLine line) {
      return line.lines() == null ? 0 : line.lines();
    }

    private static BigDecimal total(JournalLine line) {
      return line.total() == null ? BigDecimal.ZERO : line.total().getAmount();
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
      return one != null && other != null && one.compareTo(other) == 0;
    }
  }
}
