package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.PriceBook.Found;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the last scans found in a book, so that a ticket priced again after every scan does not look
 * all its lines up again. Bounded: a newer scan takes the place of an older one. Any thread may use
 * it.
 */
final class FoundItems {

  private static final int PLACES = 1024;

  private record Known(String scanned, Found found) {}

  private final PriceBook book;
  private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

  FoundItems(PriceBook book) {
    this.book = book;
  }

  Optional<Found> find(String scanned) {
    int place = (scanned.hashCode() ^ scanned.hashCode() >>> 16) & PLACES - 1;
    Known known = places.get(place);
    if (known != null && known.scanned().equals(scanned)) {
      return Optional.of(known.found());
    }
    Optional<Found> found = book.find(scanned);
    found.ifPresent(item -> places.set(place, new Known(scanned, item)));
    return found;
  }
}
