package dev.tillbridge.register.lane;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.Terms;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.register.pricing.PriceBooks;
import dev.tillbridge.register.pricing.RingingBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Books that are changed by the test; the one held stays, as on disk. */
public final class BooksInMemory implements PriceBooks {

  private final Supplier<Optional<PriceBook>> newest;
  private @Nullable Ringing ringing;
  private @Nullable Ringing held;

  public BooksInMemory(Supplier<Optional<PriceBook>> newest) {
    this.newest = newest;
  }

  @Override
  public Optional<RingingBook> current() {
    PriceBook book = newest.get().orElse(null);
    if (book == null) {
      return Optional.empty();
    }
    Ringing now = ringing;
    if (now == null || !now.book().equals(book)) {
      now = new Ringing(book, new TicketPricer(book));
      ringing = now;
    }
    return Optional.of(now);
  }

  @Override
  public Optional<RingingBook> hold(long version) {
    Ringing before = held;
    if (before == null || before.manifest().version() != version) {
      boolean isNewest = current().filter(b -> b.manifest().version() == version).isPresent();
      held = isNewest ? ringing : null;
    }
    return Optional.ofNullable(held);
  }

  @Override
  public void letGo() {
    held = null;
  }

  /** Version of the book that an open ticket keeps, 0 when none is kept. */
  public long heldVersion() {
    Ringing now = held;
    return now == null ? 0 : now.manifest().version();
  }

  private record Ringing(PriceBook book, TicketPricer pricer) implements RingingBook {

    @Override
    public Manifest manifest() {
      return book.manifest();
    }

    @Override
    public Terms terms() {
      return book.terms();
    }

    @Override
    public Optional<BookValue.Item> item(String barcodeOrCode) {
      return book.item(barcodeOrCode);
    }

    @Override
    public Iterable<BookValue.Item> items() {
      if (book instanceof BookInMemory inMemory) {
        return inMemory.items();
      }
      return List.of();
    }
  }
}
