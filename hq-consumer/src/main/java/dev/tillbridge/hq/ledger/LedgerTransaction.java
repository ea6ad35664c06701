package dev.tillbridge.hq.ledger;

import dev.tillbridge.model.identity.EntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Postings that belong together and sum to zero.
 *
 * @param source the journal entry they come from
 * @param drawerSession of the lane in the source
 */
public record LedgerTransaction(
    EntryId source,
    Kind kind,
    LocalDate businessDate,
    long drawerSession,
    String description,
    List<Posting> postings) {

  /** What happened in the shop. */
  public enum Kind {
    SALE,
    RETURN,
    DRAWER_OPENED,
    DRAWER_CLOSED
  }

  public LedgerTransaction {
    Objects.requireNonNull(source, "source is missing");
    Objects.requireNonNull(kind, "kind is missing");
    Objects.requireNonNull(businessDate, "businessDate is missing");
    Objects.requireNonNull(description, "description is missing");
    postings = List.copyOf(postings);
    if (postings.size() < 2) {
      throw new IllegalArgumentException(
          "A transaction has at least two postings; " + source + " gave " + postings + ".");
    }
    Money sum = postings.stream().map(Posting::amount).reduce(Money::plus).orElseThrow();
    if (!sum.isZero()) {
      throw new IllegalArgumentException(
          "The postings of " + source + " are out of balance by " + sum + ": " + postings + ".");
    }
  }

  public CurrencyUnit currency() {
    return postings.getFirst().amount().getCurrencyUnit();
  }
}
