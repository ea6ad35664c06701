package dev.tillbridge.it.container;

import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceRow;
import dev.tillbridge.model.ticket.TicketKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Baskets of one lane's customers, the same for the same seed; each has a number of its own. */
final class Customers implements Iterator<Invoice> {

  /** What a code costs. */
  static final Map<String, BigDecimal> PRICES =
      Map.of(
          "A1", new BigDecimal("2.55"),
          "B2", new BigDecimal("6.80"),
          "C3", new BigDecimal("0.39"),
          "D4", new BigDecimal("18.90"));

  private static final List<String> CODES = PRICES.keySet().stream().sorted().toList();
  private static final BigDecimal HAGGLED = new BigDecimal("0.05");
  private static final int ROWS_MAX = 5;
  private static final int QUANTITY_MAX = 12;
  private static final int ONE_IN = 10;

  private final String prefix;
  private final RandomGenerator random;
  private int count;

  /**
   * @param prefix of the invoice numbers, unique to the lane
   */
  Customers(String prefix, RandomGenerator random) {
    this.prefix = prefix;
    this.random = random;
  }

  /** The price list to publish. */
  static String priceList() {
    return CODES.stream()
        .map(code -> code + ",Item " + code + "," + PRICES.get(code) + ",STANDARD,\n")
        .collect(Collectors.joining("", "code,name,price,tax,barcodes\n", ""));
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Invoice next() {
    count++;
    boolean returned = random.nextInt(ONE_IN) == 0;
    String number = prefix + "-" + count;
    List<InvoiceRow> rows = new ArrayList<>();
    for (int line = random.nextInt(ROWS_MAX); line >= 0; line--) {
      rows.add(row(number, returned));
    }
    return new Invoice(number, returned ? TicketKind.RETURN : TicketKind.SALE, rows);
  }

  private InvoiceRow row(String number, boolean returned) {
    String code = CODES.get(random.nextInt(CODES.size()));
    BigDecimal price = PRICES.getOrDefault(code, BigDecimal.ONE);
    BigDecimal quantity = BigDecimal.valueOf(1L + random.nextInt(QUANTITY_MAX));
    return new InvoiceRow(
        count,
        number,
        code,
        "Item " + code,
        returned ? quantity.negate() : quantity,
        random.nextInt(ONE_IN) == 0 ? price.subtract(HAGGLED) : price);
  }
}
