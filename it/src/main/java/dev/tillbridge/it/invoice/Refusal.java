package dev.tillbridge.it.invoice;

import java.math.BigDecimal;
import java.util.Optional;

/** Why a row cannot be sold at a till. */
public enum Refusal {
  BAD_DEBT("adjustment of bad debt"),
  UNKNOWN_KIND("an invoice number of an unknown kind"),
  NO_CODE("no stock code"),
  STOCK_ADJUSTMENT("stock adjustment: quantity below zero at no price"),
  NO_QUANTITY("quantity of zero"),
  NO_PRICE("price of zero"),
  NEGATIVE_PRICE("price below zero"),
  BELOW_A_PENNY("amount or price finer than a penny"),
  GOODS_BACK_ON_A_SALE("quantity below zero on a sale"),
  GOODS_OUT_ON_A_RETURN("quantity above zero on a return"),
  UNREADABLE("quantity or price is not a number");

  private static final int PENNY_DIGITS = 2;

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** The reason, empty when the row can be sold. */
  static Optional<Refusal> of(InvoiceRow row) {
    String number = row.invoice();
    if (number.startsWith("A")) {
      return Optional.of(BAD_DEBT);
    }
    if (!number.matches("C?[0-9]+")) {
      return Optional.of(UNKNOWN_KIND);
    }
    if (row.code().isBlank()) {
      return Optional.of(NO_CODE);
    }
    return ofFigures(row, number.startsWith("C"));
  }

  private static Optional<Refusal> ofFigures(InvoiceRow row, boolean isReturn) {
    int quantity = row.quantity().signum();
    int price = row.unitPrice().signum();
    if (quantity == 0) {
      return Optional.of(NO_QUANTITY);
    }
    if (price == 0) {
      return Optional.of(quantity < 0 && !isReturn ? STOCK_ADJUSTMENT : NO_PRICE);
    }
    if (price < 0) {
      return Optional.of(NEGATIVE_PRICE);
    }
    if (isFinerThanPenny(row.unitPrice()) || isFinerThanPenny(row.net())) {
      return Optional.of(BELOW_A_PENNY);
    }
    if (quantity < 0 && !isReturn) {
      return Optional.of(GOODS_BACK_ON_A_SALE);
    }
    return quantity > 0 && isReturn ? Optional.of(GOODS_OUT_ON_A_RETURN) : Optional.empty();
  }

  private static boolean isFinerThanPenny(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > PENNY_DIGITS;
  }

  @Override
  public String toString() {
    return words;
  }
}
