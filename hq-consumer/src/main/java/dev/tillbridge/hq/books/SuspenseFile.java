package dev.tillbridge.hq.books;

import dev.tillbridge.hq.suspense.SuspenseState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one message in suspense.
 *
 * @param lane what it says of itself; believe it only where {@code numbered}
 * @param key the key beside its signature
 * @param numbered whether it holds its number in its register's stream
 * @param postedMeanwhile whether an entry under the number it claims is in the books by other bytes
 * @param ticket number of the entry whose ticket it became, null when it became none
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record SuspenseFile(
    long id,
    String kind,
    String reason,
    Instant receivedAt,
    String hash,
    byte[] bytes,
    @Nullable String lane,
    @Nullable Long epoch,
    @Nullable Long sequence,
    @Nullable String key,
    boolean numbered,
    boolean postedMeanwhile,
    @Nullable Long ticket,
    @Nullable String resolution,
    @Nullable Instant resolvedAt,
    List<Booked> booked,
    List<Done> history) {

  /** A transaction about it. */
  public record Booked(
      long id,
      String kind,
      LocalDate businessDate,
      Instant postedAt,
      Money amount,
      List<TicketFile.Side> sides) {}

  /** A line of its audit trail. */
  public record Done(String action, String person, Instant at, String note, String result) {}

  public SuspenseState state() {
    return SuspenseState.of(resolution);
  }

  /** What it says came in, as booked when it arrived; null when no amount could be read. */
  public @Nullable Money amount() {
    return booked.stream()
        .filter(transaction -> transaction.kind().equals("SUSPENSE"))
        .map(Booked::amount)
        .findFirst()
        .orElse(null);
  }
}
