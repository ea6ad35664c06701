package dev.tillbridge.it.start;

import dev.tillbridge.it.chain.OneRegister;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.process.Recipe;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Starts a register below real brokers, rings tickets at its page and stops it; meanwhile its JVM
 * writes down what a start and the first tickets need (a JDK 25 AOT cache: classes, and how often
 * what was called). The launcher runs it once for each build.
 */
public final class Rehearsal {

  private static final int ITEMS = 500;
  private static final int TICKETS = 200;
  private static final int FIRST_CODE = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private Rehearsal() {}

  /**
   * @param args the cache's file; it is there, whole, when this ends with code 0
   */
  public static void main(String[] args) throws Exception {
    Path cache = Path.of(args[0]).toAbsolutePath();
    Path making = cache.resolveSibling(cache.getFileName() + ".making");
    Path folder = Files.createTempDirectory("tillbridge-rehearsal");
    System.setProperty(Recipe.MORE_OPTIONS, "-XX:AOTCacheOutput=" + making + " -Xlog:aot=off");
    try {
      rehearse(folder);
      Files.move(making, cache);
    } finally {
      delete(folder);
      Files.deleteIfExists(making);
    }
    System.exit(0); // a thread of the brokers' in-vm connector would stay for a minute
  }

  private static void rehearse(Path folder) throws LaneGone {
    try (OneRegister chain = OneRegister.below(folder, new SecureRandom())) {
      chain.publish(book());
      chain.register().launch();
      chain.register().awaitReady(PATIENCE);
      try (Register lane = new Register(chain.page())) {
        awaitBook(lane);
        SignOns.Person clerk = chain.signOns().clerk();
        lane.command("/sign-on", Map.of("operator", clerk.id(), "pin", clerk.secret()));
        lane.command("/drawer/open", Map.of("float", "100"));
        lane.openPage("/");
        for (int ticket = 0; ticket < TICKETS; ticket++) {
          lane.commandOfPage("/lane/scan", Map.of("code", code(ticket)));
          lane.commandOfPage("/lane/scan", Map.of("code", code(ITEMS - 1 - ticket)));
          lane.openPage("/panel/search?q=item+" + ticket);
          lane.commandOfPage("/lane/tender/cash", Map.of("amount", "exact"));
        }
      }
      chain.register().stop();
    }
  }

  private static void awaitBook(Register lane) throws LaneGone {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (lane.state().book() == null) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("No price book came within " + PATIENCE + ".");
      }
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted.", e);
      }
    }
  }

  private static List<BookValue> book() {
    List<BookValue> book = new ArrayList<>();
    book.add(
        new BookValue.TaxCategory(
            "STANDARD", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE)));
    for (int i = 0; i < ITEMS; i++) {
      book.add(
          new BookValue.Item(
              code(i),
              "Item " + i,
              Money.parse("GBP " + (1 + i % 9) + ".50"),
              "STANDARD",
              List.of()));
    }
    return book;
  }

  private static String code(int item) {
    return Integer.toString(FIRST_CODE + item);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
