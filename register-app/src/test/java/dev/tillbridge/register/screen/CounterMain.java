package dev.tillbridge.register.screen;

import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.register.lane.Books;
import dev.tillbridge.register.words.Words;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Serves a counter for looking at its screen: operator ann, PIN 1111. Arguments: the port, and
 * perhaps language and locale ({@code hr hr-HR}). Each line typed is a situation to show from then
 * on; {@code well} ends them all.
 */
final class CounterMain {

  private static final LaneId LANE = LaneId.parse("S01-R01");

  private CounterMain() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("counter");
    Words words =
        arguments.length > 1
            ? Words.in(Words.language(arguments[1]), Words.formats(arguments[2]))
            : Words.english();
    try (Counter counter =
            new Counter(folder, LANE, Integer.parseInt(arguments[0]), Duration.ZERO, words);
        BufferedReader typed =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      show(counter, "well");
      System.out.println("READY register " + counter.screen.url());
      for (String line = typed.readLine(); line != null; line = typed.readLine()) {
        for (String situation : line.strip().split(" ")) {
          show(counter, situation);
        }
        System.out.println("SHOWN " + line);
      }
    }
  }

  private static void show(Counter counter, String situation) {
    Instant now = Instant.now();
    long recorded = counter.journal.tail().sequence();
    switch (situation) {
      case "well" -> {
        counter.link.set(true, now.minus(Duration.ofHours(2)), 0);
        counter.delivery.hq(LANE, recorded, 0, 0, now);
        counter.delivery.disk(DiskStatus.Level.AMPLE);
        counter.delivery.clockOffset(Duration.ofMillis(-310));
        counter.delivery.problem(null);
      }
      case "offline" -> counter.link.set(false, now.minus(Duration.ofSeconds(252)), 37);
      case "behind" -> counter.delivery.hq(LANE, Math.max(0, recorded - 7), 0, 0, now);
      case "quiet" ->
          counter.delivery.hq(
              LANE, Math.max(0, recorded - 7), 0, 0, now.minus(Duration.ofMinutes(12)));
      case "low" -> counter.delivery.disk(DiskStatus.Level.LOW);
      case "full" -> counter.delivery.disk(DiskStatus.Level.FULL);
      case "clock" -> counter.delivery.clockOffset(Duration.ofMinutes(-62));
      case "problem" ->
          counter.delivery.problem(
              "HQ holds other bytes under entry 412 than this register. Nothing leaves this register"
                  + " until somebody at HQ has looked at its exceptions. Selling goes on.");
      case "newlife" -> counter.delivery.hq(LANE, recorded, 1_923, 41, now);
      case "prices" -> {
        counter.books.set(prices(21));
        counter.search.bookChanged();
      }
      case "newbook" -> {
        counter.books.set(prices(22));
        counter.lane.priceBookChanged();
      }
      default -> System.out.println("No such situation: " + situation);
    }
  }

  /** Codes A to D, weighed 321 and 654, labels 21 and 22, coupon SAVE10, group STAFF. */
  private static PriceBook prices(long version) {
    return Books.of(
        version,
        new BookValue.Zone("COAST", "Coast", List.of("S01")),
        Books.item(
            "A",
            "White metal lantern",
            "10.00",
            null,
            Books.price("COAST", "2026-11-01T06:00", "9.60")),
        Books.item("B", "Hand warmer union jack with a rather long name on it", "3.33"),
        Books.item("C", "Red coat rack Paris fashion", "4.95"),
        Books.item("321", "Apples, Braeburn", "1.99", Books.KG),
        Books.item("654", "Cheddar, mature", "12.50", Books.KG),
        Books.item("E", "Egg, free range", "0.40", Books.EACH),
        Books.embedded("21", EmbeddedBarcode.Carries.WEIGHT, 3),
        Books.embedded("22", EmbeddedBarcode.Carries.PRICE, 2),
        Books.tenPercent("P1", "SAVE10", null),
        Books.tenPercent("P2", null, "STAFF"));
  }
}
