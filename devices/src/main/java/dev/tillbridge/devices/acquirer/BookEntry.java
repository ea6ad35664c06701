package dev.tillbridge.devices.acquirer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One decision in the acquirer's book.
 *
 * @param sequence from 1, without gaps
 * @param moved to the shop; negative when it went back to the customer
 * @param code the answer: {@code 00} approved, {@code 10} approved in part, others as in ISO 8583
 * @param masked the card, or empty
 */
public record BookEntry(
    long sequence,
    Instant at,
    Operation operation,
    String key,
    Money asked,
    Money moved,
    String code,
    String authorisationCode,
    String masked,
    String scheme,
    String token) {

  /** What was asked of the acquirer. */
  public enum Operation {
    SALE,
    COMPLETION,
    REFUND,
    REVERSAL
  }

  private static final int FIELDS = 12;

  /** What the shop looks it up by. */
  public String reference() {
    return "ACQ-" + sequence;
  }

  boolean approved() {
    return code.equals("00") || code.equals("10");
  }

  String line() {
    return String.join(
        "\t",
        List.of(
            Long.toString(sequence),
            at.toString(),
            operation.name(),
            key,
            asked.getCurrencyUnit().getCode(),
            asked.getAmount().toPlainString(),
            moved.getAmount().toPlainString(),
            code,
            authorisationCode,
            masked,
            scheme,
            token));
  }

  /** Empty when the line is not whole: the last one of a book whose writer was killed. */
  static Optional<BookEntry> parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    try {
      CurrencyUnit currency = CurrencyUnit.of(fields[4]);
      return Optional.of(
          new BookEntry(
              Long.parseLong(fields[0]),
              Instant.parse(fields[1]),
              Operation.valueOf(fields[2]),
              fields[3],
              Money.of(currency, new BigDecimal(fields[5])),
              Money.of(currency, new BigDecimal(fields[6])),
              fields[7],
              fields[8],
              fields[9],
              fields[10],
              fields[11]));
    } catch (RuntimeException notWhole) {
      return Optional.empty();
    }
  }
}
