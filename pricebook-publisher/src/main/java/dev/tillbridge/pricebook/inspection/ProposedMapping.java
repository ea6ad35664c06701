package dev.tillbridge.pricebook.inspection;

import dev.tillbridge.pricebook.importing.CharsetGuess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A mapping for a list, as a YAML text with comments; to be read, corrected and saved. */
public final class ProposedMapping {

  private static final int UNIT_WORDS_MAX = 12;
  private static final int TAX_WORDS_MAX = 8;
  private static final int SAMPLES = 3;

  private final Sample sample;
  private final ColumnGuess columns;
  private final StringBuilder yaml = new StringBuilder();

  private ProposedMapping(Path file, Sample sample) {
    this.sample = sample;
    this.columns = new ColumnGuess(sample);
    line("# Proposed for %s. Read it, correct it, save it.", file.getFileName());
    line("# Every key is explained in docs/price-book-mapping.md.");
  }

  /**
   * Looks at the list and writes the mapping.
   *
   * @throws IllegalArgumentException when it is no list with columns
   * @throws IOException when it cannot be read
   */
  public static String of(Path file) throws IOException {
    ProposedMapping proposed = new ProposedMapping(file, Sample.of(file));
    proposed.file();
    proposed.columns();
    proposed.numbers();
    proposed.units();
    proposed.barcodes();
    proposed.tax();
    proposed.rows();
    proposed.samples();
    return proposed.yaml.toString();
  }

  private void file() {
    String currency = CurrencySigns.of(priceCells());
    line(
        currency.isEmpty() ? "#currency: EUR  # without it that of HQ's settings" : "currency: %s",
        currency);
    line("");
    line("file:");
    CharsetGuess charset = sample.charset();
    if (charset != null) {
      line("  charset: %s  # %s", charset.charset().name(), charset.reason());
      line("  delimiter: %s", quoted(sample.layout().delimiter()));
    } else {
      line("  sheet: 1  # or its name");
    }
    line("  header-line: %d", sample.layout().headerLine());
    line("");
  }

  private void columns() {
    line("columns:");
    for (Field field :
        List.of(
            Field.CODE,
            Field.NAME,
            Field.PRICE,
            Field.PROMOTIONAL_PRICE,
            Field.BARCODES,
            Field.UNIT,
            Field.CATEGORY,
            Field.TAX)) {
      boolean needed = field == Field.CODE || field == Field.NAME || field == Field.PRICE;
      if (columns.has(field) && !(field == Field.UNIT && tooManyUnits())) {
        line("  %s: %s", field.key, quoted(columns.name(field)));
      } else if (needed) {
        line("  %s: \"\"  # not found: write its heading, or its number from 1", field.key);
      } else if (field == Field.UNIT && columns.has(field)) {
        line(
            "  #unit: %s  # %d different texts: say under units which of them are weighed",
            quoted(columns.name(field)), columns.content(field).orElseThrow().distinctValues());
      }
    }
    if (sample.heading() != null) {
      line(
          "  # headings: %s",
          sample.heading().cells().stream().map(String::strip).collect(Collectors.joining(" | ")));
    }
    line("");
  }

  private void numbers() {
    NumberGuess guess = NumberGuess.of(priceCells());
    line("numbers:");
    line("  decimal-separator: %s", quoted(guess.decimal()));
    if (!guess.thousands().equals("none")) {
      line("  thousands-separator: %s", quoted(guess.thousands()));
    }
    if (!guess.strip().isEmpty()) {
      line(
          "  strip: [%s]",
          guess.strip().stream().map(ProposedMapping::quoted).collect(Collectors.joining(", ")));
    }
    line("");
    if (columns.has(Field.PROMOTIONAL_PRICE)) {
      long empty =
          sample.rows().stream()
              .filter(row -> row.cell(columns.place(Field.PRICE)).isEmpty())
              .count();
      line("prices:");
      line(
          "  empty-regular: %s  # %,d rows have no regular price",
          empty > 0 ? "use-promotional" : "refuse", empty);
      line("  both: promotion  # or ignore, or lower");
      line("");
    }
  }

  private void units() {
    if (!columns.has(Field.UNIT) || tooManyUnits()) {
      return;
    }
    line("units:");
    for (String word : new TreeSet<>(columns.content(Field.UNIT).orElseThrow().words.keySet())) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean weighed = lower.matches("kg|kilogram|kilo|g|lb|m|l");
      line(
          "  - {words: [%s], name: %s, decimals: %d}",
          quoted(word), quoted(weighed ? lower : "each"), weighed ? 3 : 0);
    }
    line("other-units: refuse  # or any-quantity");
    line("");
  }

  private void barcodes() {
    columns
        .content(Field.BARCODES)
        .ifPresent(content -> {
          line("barcodes:");
          int wrong = content.filled - content.gtins;
          line(
              "  check: %s  # %,d of %,d have a wrong check digit or length; or refuse, warn, leave-out",
              wrong > 0 ? "warn" : "refuse", wrong, content.filled);
          content.words.keySet().stream()
              .filter(ColumnContent::hasSeveral)
              .map(cell -> cell.replaceAll("[0-9\\s]", ""))
              .filter(between -> !between.isEmpty())
              .findFirst()
              .ifPresent(between -> line("  separator: %s", quoted(between.substring(0, 1))));
          line("");
        });
  }

  private void tax() {
    line("# The rates are a guess nobody can make for you: write those of your country.");
    line("tax:");
    List<String> texts = new ArrayList<>();
    columns
        .content(Field.TAX)
        .filter(content -> content.words.size() <= TAX_WORDS_MAX)
        .ifPresent(content -> texts.addAll(new TreeSet<>(content.words.keySet())));
    if (texts.isEmpty()) {
      line("  otherwise: STANDARD");
      line("  #by-category: {\"text of the category column\": REDUCED}");
      line("  # without categories those of the published book stay");
      line("  #categories:");
      line("  #  - {code: STANDARD, name: Standard rate, percent: 20, mode: inclusive}");
    } else {
      line(
          "  by-value: {%s}",
          texts.stream()
              .map(text -> quoted(text) + ": " + quoted("RATE-" + text.replaceAll("\\W", "")))
              .collect(Collectors.joining(", ")));
      line("  # without categories those of the published book stay");
      line("  #categories:");
      line(
          "  #  - {code: %s, percent: 20, mode: inclusive}",
          "RATE-" + texts.getFirst().replaceAll("\\W", ""));
    }
    line("");
  }

  private void rows() {
    boolean repeats = columns.content(Field.CODE).map(ColumnContent::repeats).orElse(false);
    line("rows:");
    line(
        "  same-code: %s",
        repeats
            ? "one-item  # several rows have the same code"
            : "refuse  # every code is there once");
    line("  tolerance: 0  # bad rows that may be left out: a number, or percent such as 0.1 %%");
  }

  private void samples() {
    line("");
    line("# What the columns hold:");
    for (Field field : Field.values()) {
      if (columns.has(field)) {
        line(
            "#   %-18s %s",
            field.key,
            sample.rows().stream()
                .map(row -> row.cell(columns.place(field)))
                .filter(cell -> !cell.isEmpty())
                .limit(SAMPLES)
                .collect(Collectors.joining(" | ")));
      }
    }
  }

  private boolean tooManyUnits() {
    return columns
        .content(Field.UNIT)
        .map(content -> content.distinctValues() > UNIT_WORDS_MAX)
        .orElse(false);
  }

  private List<String> priceCells() {
    return sample.rows().stream()
        .flatMap(row ->
            List.of(Field.PRICE, Field.PROMOTIONAL_PRICE).stream()
                .filter(columns::has)
                .map(field -> row.cell(columns.place(field))))
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  private void line(String format, Object... values) {
    yaml.append(values.length == 0 ? format.replace("%%", "%") : format.formatted(values))
        .append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s", " ") + '"';
  }
}
