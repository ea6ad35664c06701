package dev.tillbridge.pricebook.publication;

import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Promotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** The rules that hold between the values of a full book. */
final class BookRules {

  private final CurrencyUnit currency;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> rates = new HashSet<>();
  private final Map<String, Item> itemByCode = new HashMap<>();
  private final Map<String, Item> itemByBarcode = new HashMap<>();

  private BookRules(CurrencyUnit currency) {
    this.currency = currency;
  }

  /** What can be rung but is surely not meant; empty for most books. */
  static List<String> warnings(List<BookValue> book) {
    Map<String, Item> items = new HashMap<>();
    for (BookValue value : book) {
      if (value instanceof Item item) {
        items.put(item.code(), item);
      }
    }
    return TermRules.warnings(book, items);
  }

  /** Every rule broken, each with the values concerned; empty for a book that can be rung. */
  static List<String> problems(List<BookValue> book, CurrencyUnit currency) {
    BookRules rules = new BookRules(currency);
    book.forEach(rules::take);
    rules.itemByCode.values().forEach(rules::needRate);
    rules.itemByBarcode.forEach(rules::needOneMeaning);
    rules.problems.addAll(TermRules.problems(book, rules.itemByCode, currency));
    if (rules.itemByCode.isEmpty()) {
      rules.problems.add("The book has no items: publishing it would empty every register.");
    }
    if (book.size() > PriceTopic.VALUES_MAX) {
      rules.problems.add(
          "The book has %,d values; at most %,d are allowed."
              .formatted(book.size(), PriceTopic.VALUES_MAX));
    }
    return rules.problems;
  }

  private void take(BookValue value) {
    if (!keys.add(value.bookKey())) {
      problems.add("\"" + value.bookKey() + "\" is twice in the book.");
    }
    switch (value) {
      case Item item -> take(item);
      case BookValue.TaxCategory tax -> rates.add(tax.rate().category());
      case BookValue.Zone zone -> {}
      case EmbeddedBarcode barcode -> {}
      case Promotion promotion -> {}
      case BookValue.Gone gone ->
          problems.add("\"" + gone.key() + "\" is gone: leave it out of the full book instead.");
    }
  }

  private void take(Item item) {
    itemByCode.put(item.code(), item);
    if (!item.price().getCurrencyUnit().equals(currency)) {
      problems.add(
          "Item %s costs %s; the book's currency is %s."
              .formatted(item.code(), item.price(), currency));
    }
    for (String barcode : item.barcodes()) {
      Item other = itemByBarcode.put(barcode, item);
      if (other != null && !other.code().equals(item.code())) {
        problems.add(
            "Barcode %s is at item %s and at item %s."
                .formatted(barcode, other.code(), item.code()));
      }
    }
  }

  private void needRate(Item item) {
    if (!rates.contains(item.taxCategory())) {
      problems.add(
          "Item %s has the tax category %s; the book has a rate for %s only."
              .formatted(item.code(), item.taxCategory(), rates));
    }
  }

  private void needOneMeaning(String barcode, Item item) {
    Item other = itemByCode.get(barcode);
    if (other != null && !other.code().equals(item.code())) {
      problems.add(
          "Barcode %s of item %s is also the code of another item."
              .formatted(barcode, item.code()));
    }
  }
}
