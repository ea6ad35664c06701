package dev.tillbridge.it.bench;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.pricecache.PriceCache;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;

/**
 * How long a price book takes to every register, and what a lookup and a basket cost there, beside
 * the least they could: a loopback copy of the bytes, a HashMap, SQLite.
 */
final class PricesBenchmark implements Benchmark {

  private static final CurrencyUnit EURO = CurrencyUnit.EUR;
  private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 23, 10, 0);
  private static final int LARGE = 100_000;
  private static final int REAL_SIZE = 12_600;
  private static final int STORE_REGISTERS = 2;
  private static final int NIGHTS = 10;
  private static final int NIGHT_CHANGES = 101;
  private static final double MS_PER_SECOND = 1_000;
  private static final int LARGE_REGISTERS = 10;
  private static final int HUGE = 1_000_000;
  private static final int HUGE_PROMOTIONS = 10_000;
  private static final long HUGE_HEAP_BYTES = 5L << 30;
  private static final int LOOKUPS = 200_000;
  private static final int BASKETS = 20_000;
  private static final int BASKET_LINES = 30;
  private static final int ACTIVE = 200;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MIB = 1 << 20;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

  @Override
  public String question() {
    return "how soon do registers ring with a new book, and what do a lookup and a basket cost?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    Figures figures = new Figures();
    real(folder.resolve("real"), figures);
    large(folder.resolve("large"), figures);
    atASwitch(folder.resolve("switch"), figures);
    if (Runtime.getRuntime().maxMemory() >= HUGE_HEAP_BYTES) {
      huge(folder.resolve("huge"), figures);
    } else {
      figures.add(
          "book_items_max",
          LARGE,
          0,
          "items of the largest book brought; 1,000,000 are tried with a heap of 5 GiB or more");
    }
    return figures;
  }

  private void real(Path folder, Figures figures) throws Exception {
    RealLists lists = RealLists.find();
    List<BookValue> konzum = lists.konzum();
    try (PricePath path = PricePath.open(folder.resolve("konzum"), EURO, STORE_REGISTERS)) {
      double seconds = seconds(() -> path.publish(lists.konzum()));
      figures.add(
          "switch_12k_s",
          seconds,
          2,
          "a real list of %,d values, file to both registers (reach: 5)".formatted(konzum.size()));
    }
    figures.add(
        "loopback_12k_s",
        LoopbackCopy.seconds(folder, konzum, STORE_REGISTERS),
        3,
        "its bytes over loopback to two disks");
    Samples nights = new Samples();
    try (PricePath path = PricePath.open(folder.resolve("nights"), EURO, STORE_REGISTERS)) {
      path.publish(lists.firstNight());
      for (int i = 0; i < NIGHTS; i++) {
        long start = System.nanoTime();
        path.publish(i % 2 == 0 ? lists.secondNight() : lists.firstNight());
        nights.add(System.nanoTime() - start);
      }
    }
    figures
        .add(
            "night_s",
            nights.medianMs() / MS_PER_SECOND,
            2,
            "the real night, file to both registers, median of 10 (reach: 2)")
        .add("night_max_s", nights.maxMs() / MS_PER_SECOND, 2, "the worst of them");
  }

  private void atASwitch(Path folder, Figures figures) throws Exception {
    SampleBook sample = new SampleBook(CurrencyUnit.GBP, random);
    List<BookValue> one = sample.book(REAL_SIZE, ACTIVE, 0, MOMENT);
    List<BookValue> other = new ArrayList<>(one);
    for (int i = 1_000; i < 1_101; i++) {
      other.set(i, sample.item(i - 1));
    }
    ScanAtASwitch scans = ScanAtASwitch.measure(folder, one, other);
    double quiet = scans.quiet.percentileMs(0.99);
    double switching = scans.switching.percentileMs(0.99);
    figures
        .add("scan_p99_ms", quiet, 1, "a scan at a register, command to answer")
        .add("scan_switch_p99_ms", switching, 1, "the same while it takes a new book")
        .add("scan_switch_ratio", switching / quiet, 2, "their ratio (reach: 1.2)");
  }

  private void large(Path folder, Figures figures) throws Exception {
    SampleBook sample = new SampleBook(EURO, random);
    List<BookValue> book = sample.book(LARGE, ACTIVE, 0, MOMENT);
    try (PricePath path = PricePath.open(folder, EURO, LARGE_REGISTERS)) {
      double seconds = seconds(() -> path.publish(book));
      figures.add(
          "switch_100k_s", seconds, 1, "100,000 items from nothing to ten registers (reach: 30)");
      figures.add(
          "loopback_100k_s",
          LoopbackCopy.seconds(folder, book, LARGE_REGISTERS),
          2,
          "its bytes over loopback to ten disks");
      figures.add("cache_mb", path.bookBytes() / MIB, 1, "a register's file of it");
      lookups(folder, path.cache(), book, figures);
      baskets(path.cache(), figures);
    }
  }

  private void huge(Path folder, Figures figures) throws Exception {
    SampleBook sample = new SampleBook(EURO, random);
    SampleList list =
        SampleList.write(folder, EURO, sample.book(HUGE, ACTIVE, HUGE_PROMOTIONS - ACTIVE, MOMENT));
    try (PricePath path = PricePath.open(folder, EURO, 1)) {
      long start = System.nanoTime();
      List<BookValue> book = list.read();
      path.publish(book);
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      figures
          .add("switch_1m_s", seconds, 0, "1,000,000 items, 10,000 promotions, file to a register")
          .add("cache_1m_mb", path.bookBytes() / MIB, 0, "the register's file of it");
      int items = (int) book.stream().filter(BookValue.Item.class::isInstance).count();
      figures.add("book_items_max", items, 0, "items of the largest book brought");
      for (int i = 0, changed = 0; changed < NIGHT_CHANGES; i++) {
        if (book.get(i) instanceof BookValue.Item) {
          book.set(i, sample.item(changed++));
        }
      }
      figures.add(
          "night_1m_s", seconds(() -> path.publish(book)), 1, "101 changed of them, the same way");
    }
  }

  private void lookups(Path folder, PriceCache cache, List<BookValue> items, Figures figures)
      throws Exception {
    PriceBook book = cache.current().orElseThrow();
    Samples ours = new Samples();
    Samples map = new Samples();
    Samples sqlite = new Samples();
    try (LookupYardsticks yardsticks = new LookupYardsticks(folder, items)) {
      List<String> barcodes = yardsticks.barcodes();
      long found = 0;
      for (int i = 0; i < 2 * LOOKUPS; i++) {
        String barcode = barcodes.get(random.nextInt(barcodes.size()));
        long a = System.nanoTime();
        found += book.find(barcode).isPresent() ? 1 : 0;
        long b = System.nanoTime();
        found += yardsticks.inHashMap(barcode) == null ? 0 : 1;
        long c = System.nanoTime();
        found += yardsticks.inSqlite(barcode) == null ? 0 : 1;
        long d = System.nanoTime();
        if (i >= LOOKUPS) {
          ours.add(b - a);
          map.add(c - b);
          sqlite.add(d - c);
        }
      }
      if (found != 6L * LOOKUPS) {
        throw new IllegalStateException("Of all lookups " + found + " found their item.");
      }
    }
    figures
        .add("lookup_p50_us", ours.medianMs() * 1_000, 2, "a barcode to its item")
        .add("lookup_p99_us", ours.percentileMs(0.99) * 1_000, 2, "the same (reach: 20)")
        .add("hashmap_p99_us", map.percentileMs(0.99) * 1_000, 2, "objects in a HashMap")
        .add("sqlite_p50_us", sqlite.medianMs() * 1_000, 2, "the same rows in SQLite")
        .add("sqlite_p99_us", sqlite.percentileMs(0.99) * 1_000, 2, "the same");
  }

  private void baskets(PriceCache cache, Figures figures) {
    PriceBook book = cache.current().orElseThrow();
    TicketPricer pricer = new TicketPricer(book);
    PricingContext context = PricingContext.at(MOMENT, null);
    Samples samples = new Samples();
    for (int i = 0; i < 2 * BASKETS; i++) {
      List<TicketLine> lines = new ArrayList<>(BASKET_LINES);
      for (int n = 0; n < BASKET_LINES; n++) {
        // every other line is of the few items that promotions name
        int item = n % 2 == 0 ? random.nextInt(ACTIVE) : random.nextInt(LARGE);
        lines.add(
            pricer
                .line(SampleBook.barcode(item), BigDecimal.valueOf(random.nextInt(1, 4)), context)
                .orElseThrow()
                .numbered(n + 1));
      }
      long start = System.nanoTime();
      List<TicketLine> priced = pricer.price(lines, context);
      long took = System.nanoTime() - start;
      if (priced.size() != BASKET_LINES) {
        throw new IllegalStateException("A basket came back with " + priced.size() + " lines.");
      }
      if (i >= BASKETS) {
        samples.add(took);
      }
    }
    figures
        .add("basket_p50_ms", samples.medianMs(), 3, "30 lines, 200 promotions in force")
        .add("basket_p99_ms", samples.percentileMs(0.99), 3, "the same (reach: 1)");
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }
}
