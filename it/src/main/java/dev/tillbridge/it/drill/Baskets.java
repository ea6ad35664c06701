package dev.tillbridge.it.drill;

import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.invoice.InvoiceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What customers of one lane bring: rows of real invoices, drawn anew, under numbers of its own.
 */
final class Baskets {

  private static final int ROWS_MAX = 8;

  private final List<Invoice> pool;
  private final String prefix;
  private final SplittableRandom random;
  private int count;

  Baskets(InvoiceFile pool, String prefix, long seed) {
    this.pool = pool.invoices();
    this.prefix = prefix;
    this.random = new SplittableRandom(seed);
  }

  /** The next one; its number is used nowhere else. */
  Invoice next() {
    count++;
    Invoice model = pool.get(random.nextInt(pool.size()));
    String number = prefix + "-" + count;
    List<InvoiceRow> rows = new ArrayList<>();
    int size = random.nextInt(1, ROWS_MAX + 1);
    for (int i = 0; i < size; i++) {
      InvoiceRow row = model.rows().get(random.nextInt(model.rows().size()));
      rows.add(
          new InvoiceRow(
              i + 1, number, row.code(), row.description(), row.quantity(), row.unitPrice()));
    }
    return new Invoice(number, model.kind(), rows);
  }
}
