package dev.tillbridge.register.search;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;

/**
 * What a search found.
 *
 * @param ready false while names of the book are being read for the first time
 * @param total how many items fit
 * @param items the first of them
 */
public record Hits(boolean ready, int total, List<BookValue.Item> items) {

  static final Hits NOT_READY = new Hits(false, 0, List.of());
}
