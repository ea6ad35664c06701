package dev.tillbridge.it.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A price book of 100,000 items with names people would search for. */
final class ClerkBook {

  static final int ITEMS = 100_000;

  private static final int FIRST_CODE = 1_000_000;
  private static final List<String> WHAT =
      List.of(
          "lantern",
          "mug",
          "teapot",
          "candle",
          "cushion",
          "apron",
          "bowl",
          "basket",
          "frame",
          "clock",
          "čokolada",
          "kruh",
          "šećer",
          "žlica",
          "tanjur",
          "vase",
          "towel",
          "bottle",
          "notebook",
          "lamp");
  private static final List<String> HOW =
      List.of(
          "white",
          "red",
          "blue",
          "enamel",
          "wooden",
          "knitted",
          "glass",
          "ceramic",
          "metal",
          "vintage",
          "small",
          "large",
          "round",
          "square",
          "striped",
          "spotted",
          "mliječna",
          "crna",
          "plava",
          "zlatna");
  private static final List<String> OF =
      List.of(
          "Paris", "London", "Zagreb", "Split", "Oslo", "Berlin", "Rome", "Vienna", "Prague",
          "Bath");

  private ClerkBook() {}

  static Path write(Path file) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("code,name,price,tax,barcodes\n");
      for (int i = 0; i < ITEMS; i++) {
        csv.write("%s,%s,%s,STANDARD,\n".formatted(code(i), name(i), price(i)));
      }
    }
    return file;
  }

  static String code(int item) {
    return Integer.toString(FIRST_CODE + item);
  }

  static String name(int item) {
    return "%s %s %s no. %d"
        .formatted(
            capital(HOW.get(item % HOW.size())),
            WHAT.get(item / HOW.size() % WHAT.size()),
            OF.get(item / (HOW.size() * WHAT.size()) % OF.size()),
            item);
  }

  /** What a clerk types to find it: two words in the other order, unfinished. */
  static String asked(int item) {
    String what = WHAT.get(item / HOW.size() % WHAT.size());
    String how = HOW.get(item % HOW.size());
    return what.substring(0, Math.min(4, what.length())) + " " + how.substring(0, 3);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static BigDecimal price(int item) {
    return BigDecimal.valueOf(25 + item % 1_975, 2);
  }
}
