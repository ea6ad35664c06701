package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Seals a version of the price book.
 *
 * @param version 1 for the first, rising with every publish
 * @param count number of values in the full book, gone keys not counted
 * @param hash {@link BookHash} over the full book
 * @param currency ISO 4217 code of all its prices
 * @param note what it is in a few words, for example {@code rollback to version 7}
 * @param stores ids of the stores that try it first, empty when it is for all
 */
@JsonPropertyOrder({
  "version",
  "publishedAt",
  "publishedBy",
  "currency",
  "count",
  "hash",
  "note",
  "stores"
})
public record Manifest(
    long version,
    Instant publishedAt,
    String publishedBy,
    String currency,
    int count,
    String hash,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> stores) {

  public Manifest {
    Objects.requireNonNull(publishedAt, "publishedAt is missing");
    Objects.requireNonNull(publishedBy, "publishedBy is missing");
    Objects.requireNonNull(currency, "currency is missing");
    Objects.requireNonNull(hash, "hash is missing");
    stores = stores == null ? List.of() : List.copyOf(stores);
  }

  /** One for all stores, without a note. */
  public Manifest(
      long version,
      Instant publishedAt,
      String publishedBy,
      String currency,
      int count,
      String hash) {
    this(version, publishedAt, publishedBy, currency, count, hash, null, List.of());
  }
}
