package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;

/**
 * Seals a version of the price book.
 *
 * @param version 1 for the first, rising with every publish
 * @param count number of values in the full book, gone keys not counted
 * @param hash {@link BookHash} over the full book
 * @param currency ISO 4217 code of all its prices
 */
@JsonPropertyOrder({"version", "publishedAt", "publishedBy", "currency", "count", "hash"})
public record Manifest(
    long version,
    Instant publishedAt,
    String publishedBy,
    String currency,
    int count,
    String hash) {

  public Manifest {
    Objects.requireNonNull(publishedAt, "publishedAt is missing");
    Objects.requireNonNull(publishedBy, "publishedBy is missing");
    Objects.requireNonNull(currency, "currency is missing");
    Objects.requireNonNull(hash, "hash is missing");
  }
}
