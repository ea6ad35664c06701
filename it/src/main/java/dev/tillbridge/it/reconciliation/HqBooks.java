package dev.tillbridge.it.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What HQ's database holds.
 *
 * @param entries every journal entry
 * @param tickets every ticket with its lines
 * @param ledger what the ledger says
 */
public record HqBooks(Map<EntryKey, Entry> entries, List<Ticket> tickets, Ledger ledger) {

  /** Id of a journal entry; in JSON a text such as {@code S01-R01/20260314091300/7}. */
  public record EntryKey(String lane, long epoch, long sequence) {

    @JsonCreator
    static EntryKey parse(String text) {
      String[] parts = text.split("/", -1);
      return new EntryKey(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @JsonValue
    @Override
    public String toString() {
      return lane + "/" + epoch + "/" + sequence;
    }
  }

  /**
   * @param hash as stored
   * @param hashOfBytes worked out again here from the bytes stored
   */
  public record Entry(String hash, String hashOfBytes, String type) {}

  public record Ticket(
      EntryKey entry,
      String number,
      String reference,
      int lineCount,
      BigDecimal total,
      List<Line> lines) {}

  public record Line(String item, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {}

  /**
   * @param unbalanced transactions whose postings do not sum to zero, or that have none
   * @param ticketsNotPostedOnce tickets with no transaction, or with several
   * @param postedSales what tickets added to income accounts, sales positive
   * @param netOfTickets sum of the tickets' totals without tax
   * @param setAside entries in suspense or in conflict
   */
  public record Ledger(
      long unbalanced,
      long ticketsNotPostedOnce,
      BigDecimal postedSales,
      BigDecimal netOfTickets,
      long setAside) {

    public boolean balanced() {
      return unbalanced == 0
          && ticketsNotPostedOnce == 0
          && setAside == 0
          && postedSales.compareTo(netOfTickets) == 0;
    }
  }
}
