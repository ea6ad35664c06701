package dev.tillbridge.it.invoice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The price book a file of invoices implies: for each code its most frequent positive price, the
 * lowest of those that are equally frequent, and its first description.
 *
 * @param items in ascending order of their codes
 */
public record ImpliedBook(List<Item> items) {

  /** One item of the book. */
  public record Item(String code, String name, BigDecimal price) {}

  public ImpliedBook {
    items = List.copyOf(items);
  }

  public static ImpliedBook of(InvoiceFile file) {
    Map<String, Observed> byCode = new TreeMap<>();
    for (Invoice invoice : file.invoices()) {
      for (InvoiceRow row : invoice.rows()) {
        byCode.computeIfAbsent(row.code(), Observed::new).see(row);
      }
    }
    return new ImpliedBook(byCode.values().stream().map(Observed::item).toList());
  }

  /** Price of each code. */
  public Map<String, BigDecimal> prices() {
    Map<String, BigDecimal> prices = new TreeMap<>();
    items.forEach(item -> prices.put(item.code(), item.price()));
    return prices;
  }

  private static final class Observed {

    private final String code;
    private final Map<BigDecimal, Integer> times = new TreeMap<>();
    private String name = "";

    Observed(String code) {
      this.code = code;
    }

    void see(InvoiceRow row) {
      // The map compares by value: 2.5 and 2.50 are one price.
      times.merge(row.unitPrice(), 1, Integer::sum);
      if (name.isEmpty()) {
        name = row.description();
      }
    }

    Item item() {
      BigDecimal price =
          times.entrySet().stream()
              .max(
                  Map.Entry.<BigDecimal, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .orElseThrow()
              .getKey();
      return new Item(code, name.isEmpty() ? code : name, price);
    }
  }
}
