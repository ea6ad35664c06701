package dev.tillbridge.register.search;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.register.pricing.RingingBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search over the names of the book in force. Any thread.
 *
 * <p>The names of a new book are read on a thread of its own that pauses between slices, so that a
 * scan never waits for it; until that is done the names of the book before are searched, and what
 * is no longer sold is left out. At most two indexes exist at a time.
 */
public final class ItemSearch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ItemSearch.class);
  private static final int SLICE_ITEMS = 500;
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final Supplier<? extends Optional<? extends RingingBook>> books;
  private final Semaphore news = new Semaphore(0);
  private final Thread reader;
  private volatile @Nullable Indexed indexed;
  private volatile boolean closed;

  private record Indexed(long version, NameIndex index) {}

  private ItemSearch(Supplier<? extends Optional<? extends RingingBook>> books) {
    this.books = books;
    this.reader = Thread.ofPlatform().name("item-names").daemon().unstarted(this::read);
  }

  /**
   * Begins with the book in force, if there is one.
   *
   * @param books the book in force; asked again for each search
   */
  public static ItemSearch start(Supplier<? extends Optional<? extends RingingBook>> books) {
    ItemSearch search = new ItemSearch(books);
    search.reader.start();
    search.bookChanged();
    return search;
  }

  /** Another book may be in force. Returns at once. */
  public void bookChanged() {
    news.release();
  }

  /**
   * Items with a word beginning with each word of the text, in their name or code; capitals and
   * marks make no difference.
   *
   * @param most how many to give back
   */
  public Hits find(String text, int most) {
    Indexed searched = indexed;
    RingingBook book = books.get().orElse(null);
    if (searched == null || book == null) {
      return Hits.NOT_READY;
    }
    NameIndex.Matches matches = searched.index().find(text, most);
    List<BookValue.Item> items =
        matches.codes().stream().map(book::item).flatMap(Optional::stream).toList();
    return new Hits(true, matches.total(), items);
  }

  /** Bytes of the heap that the index takes, 0 while there is none. */
  public long bytes() {
    Indexed searched = indexed;
    return searched == null ? 0 : searched.index().bytes();
  }

  private void read() {
    try {
      while (!closed) {
        news.acquire();
        news.drainPermits();
        readNewest();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readNewest() {
    RingingBook book = books.get().orElse(null);
    Indexed before = indexed;
    if (book == null || before != null && before.version() == book.manifest().version()) {
      return;
    }
    try {
      NameIndex index = index(book);
      indexed = new Indexed(book.manifest().version(), index);
      LOG.info(
          "Names of {} items of price book {} can be searched; they take {} KiB.",
          index.size(),
          book.manifest().version(),
          index.bytes() / 1024);
    } catch (RuntimeException e) {
      // The file of a book is closed two switches later; then there is a newer one to read.
      LOG.warn(
          "The names of price book {} could not be read: {}. Items are found by code and barcode; names are read again with the next book.",
          book.manifest().version(),
          e.toString());
    }
  }

  private NameIndex index(RingingBook book) {
    NameIndexBuilder builder = new NameIndexBuilder();
    int read = 0;
    for (BookValue.Item item : book.items()) {
      if (closed || !builder.add(item)) {
        break;
      }
      if (++read % SLICE_ITEMS == 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return builder.build();
  }

  /** Stops reading; what was read can still be searched. */
  @Override
  public void close() {
    closed = true;
    reader.interrupt();
  }
}
