package dev.tillbridge.it.drill;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.invoice.ImpliedBook;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.replay.PriceBookFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The price book that the invoices imply, published and at every register. */
record ImpliedPrices(Map<String, BigDecimal> prices) {

  private static final Duration BOOK_WAIT_MAX = Duration.ofSeconds(60);

  static ImpliedPrices publish(Chain chain, InvoiceFile pool, Path folder) throws IOException {
    ImpliedBook book = ImpliedBook.of(pool);
    Path file = folder.resolve("price-book.csv");
    PriceBookFile.write(book, file);
    chain.publish(file, "--tax", "STANDARD=20");
    for (URI page : chain.registerPages()) {
      awaitBook(page, book.items().size());
    }
    return new ImpliedPrices(book.prices());
  }

  private static void awaitBook(URI page, int items) {
    long deadline = System.nanoTime() + BOOK_WAIT_MAX.toNanos();
    try (Register register = new Register(page)) {
      while (System.nanoTime() < deadline) {
        if (hasBook(register, items)) {
          return;
        }
        Pause.of(Duration.ofMillis(100));
      }
    }
    throw new IllegalStateException("The price book did not come to " + page + ".");
  }

  private static boolean hasBook(Register register, int items) {
    try {
      LaneState.Book book = register.state().book();
      return book != null && book.items() >= items;
    } catch (LaneGone e) {
      return false;
    }
  }
}
