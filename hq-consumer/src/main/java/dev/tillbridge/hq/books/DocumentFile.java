package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything about one document. */
public record DocumentFile(DocumentSummary summary, List<Step> steps, List<Remark> remarks) {

  /**
   * Something that happened to it.
   *
   * @param ticket number of the ticket that did it, null when it was recorded without one
   * @param entry that said so
   * @param leaves the state it was in afterwards, null when the ticket does not say
   * @param deposit what was paid on it; negative when used or given back
   */
  public record Step(
      long entry,
      @Nullable String ticket,
      String lane,
      Instant at,
      @Nullable String leaves,
      long revision,
      Money deposit) {}
}
