package dev.tillbridge.register.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * What a shop agrees to.
 *
 * @param quoteDays for which a quote's prices are promised, unless the clerk says otherwise
 * @param instalments of a layaway, unless the clerk says otherwise
 * @param intervalDays between two of them, unless the clerk says otherwise
 * @param cancelPercent of a layaway's total that the shop keeps when it is cancelled
 */
public record DocumentRules(
    int quoteDays, int instalments, int intervalDays, BigDecimal cancelPercent) {

  public static final int DAYS_MAX = 366;
  public static final int INSTALMENTS_MAX = 52;
  public static final int LABEL_LENGTH_MAX = 40;

  /** Open documents of one register. */
  public static final int OPEN_MAX = 500;

  /** Lines of one document: it stays with the register's other open matters. */
  public static final int LINES_MAX = 200;

  public static final DocumentRules USUAL = new DocumentRules(14, 4, 14, BigDecimal.TEN);

  /** What is kept of what was paid on a layaway; never more than was paid. */
  Money fee(Money total, Money paid) {
    Money fee = total.multipliedBy(cancelPercent.movePointLeft(2), RoundingMode.HALF_UP);
    return fee.isGreaterThan(paid) ? paid : fee;
  }
}
