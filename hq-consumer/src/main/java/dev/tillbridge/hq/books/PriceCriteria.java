package dev.tillbridge.hq.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets to tell of; everything given must fit.
 *
 * @param date a business date, null for all
 * @param store null for all
 */
public record PriceCriteria(@Nullable LocalDate date, @Nullable String store) {

  public static final PriceCriteria ALL = new PriceCriteria(null, null);
}
