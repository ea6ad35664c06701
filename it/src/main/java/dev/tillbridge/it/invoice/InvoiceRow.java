package dev.tillbridge.it.invoice;

import java.math.BigDecimal;

/**
 * One row of the file.
 *
 * @param line in the file, the heading is line 1
 * @param quantity negative on a return
 */
public record InvoiceRow(
    long line,
    String invoice,
    String code,
    String description,
    BigDecimal quantity,
    BigDecimal unitPrice) {

  /** What it adds to the file's net. */
  public BigDecimal net() {
    return quantity.multiply(unitPrice);
  }
}
