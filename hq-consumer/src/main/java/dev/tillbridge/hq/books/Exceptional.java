package dev.tillbridge.hq.books;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a human, or did.
 *
 * @param id its number among its kind, 0 for what is known by its register's life
 * @param code its kind within the kind, for example {@code BAD_SIGNATURE}
 * @param what in words
 * @param lane null when it is not known whose it is
 * @param sequence 0 when it is about no single entry
 * @param amount null when there is none
 * @param resolution what became of it; null while it is open
 */
public record Exceptional(
    ExceptionKind kind,
    long id,
    String code,
    String what,
    @Nullable String lane,
    long epoch,
    long sequence,
    Instant since,
    @Nullable Money amount,
    @Nullable String resolution) {

  public boolean open() {
    return resolution == null;
  }

  /** Where its page is. */
  public String address() {
    return switch (kind) {
      case SUSPENSE, CONFLICT, ALARM, CARD, FINDING -> "/exceptions/" + kind.word() + "/" + id;
      case DOCUMENT -> "/documents/" + id;
      case GAP, KEY, LIFE -> "/stream/" + lane + "/" + epoch;
    };
  }
}
