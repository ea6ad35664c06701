package dev.tillbridge.hq.ledger;

import dev.tillbridge.model.identity.EntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Postings that belong together and sum to zero.
 *
 * @param source the journal entry they come from, null when the bytes do not say
 * @param drawerSession of the lane in the source, 0 when it is not known
 */
public record LedgerTransaction(
    @Nullable EntryId source,
    Kind kind,
    LocalDate businessDate,
    long drawerSession,
    String description,
    List<Posting> postings) {

  /** What happened in the shop, or at an accountant's desk. */
  public enum Kind {
    SALE,
    RETURN,
    EXCHANGE,
    CASH_MOVED,
    CARD_DECLINED,
    DRAWER_OPENED,
    DRAWER_CLOSED,
    /** What came in with something that cannot be posted yet. */
    SUSPENSE,
    /** The opposite of a {@link #SUSPENSE}: it was posted, or is no business of ours. */
    SUSPENSE_REVERSED,
    /** What an accountant booked by hand for it. */
    REPAIR
  }

  public LedgerTransaction {
    Objects.requireNonNull(kind, "kind is missing");
    Objects.requireNonNull(businessDate, "businessDate is missing");
    Objects.requireNonNull(description, "description is missing");
    postings = List.copyOf(postings);
    if (postings.size() < 2) {
      throw new IllegalArgumentException(
          "A transaction has at least two postings; \"" + description + "\" has " + postings + ".");
    }
    Money sum = postings.stream().map(Posting::amount).reduce(Money::plus).orElseThrow();
    if (!sum.isZero()) {
      throw new IllegalArgumentException(
          "The postings of \""
              + description
              + "\" are out of balance by "
              + sum
              + ": "
              + postings
              + ".");
    }
  }

  public CurrencyUnit currency() {
    return postings.getFirst().amount().getCurrencyUnit();
  }
}
