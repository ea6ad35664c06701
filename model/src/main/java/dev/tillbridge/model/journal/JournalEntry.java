package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.identity.EntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a register must not forget.
 *
 * @param businessDate the accounting day of the drawer session, not read off the clock
 * @param recordedAt the register's clock when the entry was made
 * @param clockOffsetMs the store's clock less the register's when they were last compared, null
 *     when they never were
 * @param operator id of the person signed on
 * @param previous hash of the entry before it in the epoch, {@link EntryHash#NONE} for the first
 */
@JsonPropertyOrder({
  "id",
  "businessDate",
  "recordedAt",
  "clockOffsetMs",
  "operator",
  "previous",
  "body"
})
public record JournalEntry(
    EntryId id,
    LocalDate businessDate,
    Instant recordedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long clockOffsetMs,
    String operator,
    EntryHash previous,
    EntryBody body) {

  public JournalEntry {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(businessDate, "businessDate is missing");
    Objects.requireNonNull(recordedAt, "recordedAt is missing");
    Objects.requireNonNull(operator, "operator is missing");
    Objects.requireNonNull(previous, "previous is missing");
    Objects.requireNonNull(body, "body is missing");
  }

  /** An entry of a register whose clock was never compared. */
  public JournalEntry(
      EntryId id,
      LocalDate businessDate,
      Instant recordedAt,
      String operator,
      EntryHash previous,
      EntryBody body) {
    this(id, businessDate, recordedAt, null, operator, previous, body);
  }
}
