package dev.tillbridge.pricebook.pricelist;

import dev.tillbridge.model.pricebook.BookValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads a price list with the columns code, name, price, tax, barcodes. Several barcodes of an item
 * are separated by a blank or {@code |}.
 */
public final class PriceListReader {

  private static final Set<String> NEEDED = new LinkedHashSet<>(List.of("code", "name", "price"));
  private static final Set<String> ALLOWED =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(List.of("code", "name", "price", "tax", "barcodes")));
  private static final int CODE_CHARS_MAX = 48;
  private static final int NAME_CHARS_MAX = 200;
  private static final int BARCODES_MAX = 100;
  private static final BigDecimal PRICE_MAX = BigDecimal.valueOf(1_000_000);
  private static final Pattern BETWEEN_BARCODES = Pattern.compile("[\\s|]+");
  private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  private final TaxCategories taxes;
  private final CurrencyUnit currency;
  private final List<BookValue.Item> items = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();
  private final Map<String, Long> lineByCode = new HashMap<>();
  private final Map<String, Long> lineByBarcode = new HashMap<>();

  private PriceListReader(TaxCategories taxes, CurrencyUnit currency) {
    this.taxes = taxes;
    this.currency = currency;
  }

  /**
   * Reads a whole list.
   *
   * @param taxes the categories it may name; with only one, a row need not name it
   * @throws IOException when the file cannot be read
   */
  public static PriceList read(Path file, TaxCategories taxes, CurrencyUnit currency)
      throws IOException {
    PriceListReader reader = new PriceListReader(taxes, currency);
    CsvFile.read(file, NEEDED, ALLOWED, reader::take).ifPresent(reader.badRows::add);
    reader.findBarcodesThatAreCodes();
    if (reader.items.isEmpty() && reader.badRows.isEmpty()) {
      reader.badRows.add(new BadRow(1, "rows", "", "the list has no items"));
    }
    return reader.badRows.isEmpty()
        ? new PriceList.Read(reader.items)
        : new PriceList.Refused(reader.badRows);
  }

  private void take(CsvFile.Row row) {
    int before = badRows.size();
    if (!row.cells().isConsistent()) {
      bad(
          row,
          "row",
          String.join(",", row.cells()),
          "it has %d cells, the first line has %d columns; a comma inside a cell needs quotes"
              .formatted(row.cells().size(), row.cells().getParser().getHeaderNames().size()));
      return;
    }
    String code = code(row);
    String name = name(row);
    BigDecimal price = price(row);
    String tax = tax(row);
    List<String> barcodes = barcodes(row);
    if (badRows.size() == before) {
      items.add(new BookValue.Item(code, name, Money.of(currency, price), tax, barcodes));
    }
  }

  private String code(CsvFile.Row row) {
    String code = row.get("code");
    if (!PRINTABLE.matcher(code).matches() || code.length() > CODE_CHARS_MAX) {
      bad(row, "code", code, "a code has 1 to " + CODE_CHARS_MAX + " characters");
      return code;
    }
    Long other = lineByCode.putIfAbsent(code, row.line());
    if (other != null) {
      bad(row, "code", code, "this code is already on line " + other);
    }
    return code;
  }

  private String name(CsvFile.Row row) {
    String name = row.get("name");
    if (!PRINTABLE.matcher(name).matches() || name.length() > NAME_CHARS_MAX) {
      bad(row, "name", name, "a name has 1 to " + NAME_CHARS_MAX + " characters, all on one line");
    }
    return name;
  }

  private BigDecimal price(CsvFile.Row row) {
    String text = row.get("price");
    int digits = currency.getDecimalPlaces();
    if (!NUMBER.matcher(text).matches()) {
      bad(row, "price", text, "a price is written in digits with a decimal point, like 2.55");
      return BigDecimal.ZERO;
    }
    BigDecimal price = new BigDecimal(text);
    if (price.stripTrailingZeros().scale() > digits) {
      bad(
          row,
          "price",
          text,
          "%s has %d decimals; prices are not rounded here".formatted(currency, digits));
      return BigDecimal.ZERO;
    }
    if (price.signum() == 0 || price.compareTo(PRICE_MAX) > 0) {
      bad(
          row,
          "price",
          text,
          "a price is above 0 and at most %,d".formatted(PRICE_MAX.toBigInteger()));
    }
    return price;
  }

  private String tax(CsvFile.Row row) {
    String tax = row.get("tax");
    if (tax.isEmpty()) {
      return taxes
          .only()
          .orElseGet(() -> bad(row, "tax", tax, "name one of the categories " + taxes));
    }
    return taxes.has(tax) ? tax : bad(row, "tax", tax, "unknown; the categories are " + taxes);
  }

  private List<String> barcodes(CsvFile.Row row) {
    // sorted: lists of two nights name the same barcodes in another order, which is no change
    List<String> barcodes =
        Arrays.stream(BETWEEN_BARCODES.split(row.get("barcodes")))
            .filter(barcode -> !barcode.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (barcodes.size() > BARCODES_MAX) {
      bad(row, "barcodes", barcodes.size() + " of them", "at most " + BARCODES_MAX);
    }
    for (String barcode : barcodes) {
      Long other = lineByBarcode.putIfAbsent(barcode, row.line());
      if (other != null) {
        bad(row, "barcodes", barcode, "this barcode is already on line " + other);
      } else if (!PRINTABLE.matcher(barcode).matches() || barcode.length() > CODE_CHARS_MAX) {
        bad(row, "barcodes", barcode, "a barcode has 1 to " + CODE_CHARS_MAX + " characters");
      }
    }
    return barcodes;
  }

  private void findBarcodesThatAreCodes() {
    lineByBarcode.forEach((barcode, line) -> {
      Long other = lineByCode.get(barcode);
      if (other != null && !other.equals(line)) {
        badRows.add(
            new BadRow(
                line,
                "barcodes",
                barcode,
                "this barcode is the code of another item on line " + other));
      }
    });
  }

  private String bad(CsvFile.Row row, String field, String value, String reason) {
    badRows.add(new BadRow(row.line(), field, value, reason));
    return value;
  }
}
