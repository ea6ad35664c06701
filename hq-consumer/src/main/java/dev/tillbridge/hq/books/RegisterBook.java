package dev.tillbridge.hq.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The price book a register says it has.
 *
 * @param version null when it has none
 * @param since null when it did not say
 * @param problem why it has no newer one, in its own words, null when all is well
 * @param newest the highest version published for its store, null when HQ knows of none
 */
public record RegisterBook(
    String store,
    String register,
    @Nullable Long version,
    @Nullable Instant since,
    @Nullable String problem,
    Instant heardAt,
    @Nullable Long newest) {

  /** As the register is called. */
  public String lane() {
    return store + "-" + register;
  }
}
