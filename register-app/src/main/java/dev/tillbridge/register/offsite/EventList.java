package dev.tillbridge.register.offsite;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.TicketNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads an event's list: rows of {@code code, name, price, tax category, unit}, as a spreadsheet
 * saves or copies them.
 *
 * <p>What a row's code means in the price book takes its name, tax and unit from there; of any
 * other code name and tax category must be given. A first row of titles is passed over. Cells are
 * parted by tabs, semicolons or commas, whichever the first line has; a comma in a price is a
 * decimal comma where commas part nothing.
 */
public final class EventList {

  /** Characters of a list; {@value OffsiteEvent#ITEMS_MAX} rows need far fewer. */
  public static final int CHARS_MAX = 65_536;

  static final int ITEM_NAME_CHARS_MAX = 60;
  private static final int COLUMNS = 5;

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,6})?");
  private static final List<String> TITLES = List.of("code", "item", "sifra", "šifra");

  sealed interface Read {}

  record Items(List<OffsiteItem> items) implements Read {}

  record Wrong(Refusal refusal) implements Read {}

  private final TicketPricing pricing;
  private final CurrencyUnit currency;
  private final boolean decimalComma;
  private final List<OffsiteItem> items = new ArrayList<>();
  private final Map<String, Long> lineOf = new HashMap<>();

  private EventList(TicketPricing pricing, CurrencyUnit currency, boolean decimalComma) {
    this.pricing = pricing;
    this.currency = currency;
    this.decimalComma = decimalComma;
  }

  /** All rows, or what is wrong with the first that cannot be used. */
  static Read read(String text, TicketPricing pricing, CurrencyUnit currency) {
    char parting = parting(text);
    EventList list = new EventList(pricing, currency, parting != ',');
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setDelimiter(parting)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    long line = 1;
    try (CSVParser rows = CSVParser.parse(withoutMark(text), format)) {
      for (CSVRecord row : rows) {
        if (!isBlank(row) && !(row.getRecordNumber() == 1 && isTitles(row))) {
          if (list.items.size() >= OffsiteEvent.ITEMS_MAX) {
            return new Wrong(new OffsiteRefusal.TooManyRows(OffsiteEvent.ITEMS_MAX));
          }
          list.add(rows.getCurrentLineNumber() == 0 ? line : rows.getCurrentLineNumber(), row);
        }
        line = rows.getCurrentLineNumber() + 1;
      }
      return new Items(List.copyOf(list.items));
    } catch (WrongCell e) {
      return new Wrong(e.why);
    } catch (IOException | UncheckedIOException e) {
      return new Wrong(new WrongRow.Unreadable(line));
    }
  }

  private static final class WrongCell extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient WrongRow why;

    private WrongCell(WrongRow why) {
      this.why = why;
    }
  }

  private void add(long line, CSVRecord row) {
    String typed = cell(row, 0);
    if (typed.isEmpty() || typed.length() > LaneLimits.CODE_LENGTH_MAX) {
      throw new WrongCell(new WrongRow.NoCode(line, LaneLimits.CODE_LENGTH_MAX));
    }
    BookValue.Item inBook = pricing.book().item(typed).orElse(null);
    if (inBook == null && isCard(typed)
        || row.stream().skip(1).limit(COLUMNS - 1).anyMatch(TypedCardNumbers::isIn)) {
      throw new WrongCell(new WrongRow.PaymentCard(line));
    }
    Money price = price(line, typed, cell(row, 2));
    OffsiteItem item =
        inBook == null ? quick(line, typed, price, row) : priced(line, inBook, price, cell(row, 3));
    Long before = lineOf.putIfAbsent(item.code(), line);
    if (before != null) {
      throw new WrongCell(new WrongRow.Twice(line, item.code(), before));
    }
    items.add(item);
  }

  /** The code of goods can look like one, with a check digit of its own. */
  private static boolean isCard(String code) {
    return TypedCardNumbers.isIn(code) && !Gtin.isOne(code);
  }

  private static OffsiteItem priced(
      long line, BookValue.Item item, Money price, String taxCategory) {
    if (!taxCategory.isEmpty() && !taxCategory.equals(item.taxCategory())) {
      throw new WrongCell(
          new WrongRow.OtherTax(line, item.code(), item.taxCategory(), taxCategory));
    }
    return new OffsiteItem(item.code(), item.name(), price, item.taxCategory(), item.unit(), false);
  }

  private OffsiteItem quick(long line, String code, Money price, CSVRecord row) {
    String name = cell(row, 1);
    String tax = cell(row, 3);
    String unit = cell(row, 4);
    PriceBook.Found label = pricing.book().find(code).orElse(null);
    if (label != null) {
      throw new WrongCell(new WrongRow.Label(line, code, label.item().code()));
    }
    if (TicketNumber.isOne(code) || pricing.coupon(code).isPresent()) {
      throw new WrongCell(new WrongRow.ReceiptOrCoupon(line, code));
    }
    if (name.isEmpty() || name.length() > ITEM_NAME_CHARS_MAX) {
      throw new WrongCell(new WrongRow.NoName(line, code, pricing.version(), ITEM_NAME_CHARS_MAX));
    }
    if (pricing.book().terms().taxOn(tax, pricing.context().moment().toLocalDate()).isEmpty()) {
      throw new WrongCell(
          tax.isEmpty()
              ? new WrongRow.NoTax(line, code, pricing.version())
              : new WrongRow.UnknownTax(line, tax, pricing.version()));
    }
    return new OffsiteItem(code, name, price, tax, unit(unit), true);
  }

  /** Pieces unless another unit is named, of which parts may be sold. */
  private static SaleUnit unit(String name) {
    return name.isEmpty() || name.equals("each")
        ? new SaleUnit("each", 0)
        : new SaleUnit(name, SaleUnit.DECIMALS_MAX);
  }

  private Money price(long line, String code, String cell) {
    String digits = decimalComma ? cell.replace(',', '.') : cell;
    BigDecimal amount = AMOUNT.matcher(digits).matches() ? new BigDecimal(digits) : BigDecimal.ZERO;
    if (amount.signum() == 0
        || amount.compareTo(LaneLimits.AMOUNT_MAX) > 0
        || amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
      throw new WrongCell(new WrongRow.NoPrice(line, code, cell));
    }
    return Money.of(currency, amount, RoundingMode.UNNECESSARY);
  }

  private static String cell(CSVRecord row, int column) {
    return column < row.size() ? row.get(column).strip() : "";
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  private static boolean isTitles(CSVRecord row) {
    return TITLES.contains(cell(row, 0).toLowerCase(Locale.ROOT));
  }

  private static char parting(String text) {
    String first = text.stripLeading().lines().findFirst().orElse("");
    return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
  }

  /** Some spreadsheets begin a file with a mark. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
