package dev.tillbridge.hq.books;

import java.util.List;
import org.joda.money.Money;

/**
 * How tickets compare with the price book.
 *
 * @param due their version is here; they are compared within moments
 * @param waiting by version that is not here, or not whole; not an error
 * @param notPriced could not be priced with their book
 * @param undercharged as a positive amount
 */
public record PriceSummary(
    long checked,
    long differing,
    long notPriced,
    long due,
    List<Waiting> waiting,
    long overTickets,
    Money overcharged,
    long underTickets,
    Money undercharged) {

  /** Tickets that claim a version HQ does not have. */
  public record Waiting(long version, long tickets) {}

  /** Tickets of all those versions. */
  public long waitingTickets() {
    return waiting.stream().mapToLong(Waiting::tickets).sum();
  }
}
