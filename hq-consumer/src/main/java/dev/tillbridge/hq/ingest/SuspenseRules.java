package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.hq.ledger.LedgerTransaction.Kind;
import dev.tillbridge.hq.ledger.Posting;
import dev.tillbridge.model.identity.EntryId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a message that cannot be posted is worth. It is read as far as it can be read: an amount is
 * booked as money not identified yet against suspense, so that the books show that something came
 * in before anybody understands what it was. It is never booked as cash: a ticket may have been
 * paid by card, and nobody vouches for what it says. Thread-safe.
 */
public final class SuspenseRules {

  /** What the database holds: numeric(19,4). */
  private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(15);

  private static final int AGE_MAX_DAYS = 366;
  private static final int DESCRIBED_MAX = 60;

  private final ChartOfAccounts chart;

  public SuspenseRules(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /**
   * The transaction of a message; empty when no amount of money can be read in it. Never throws,
   * whatever the bytes hold.
   *
   * @param received stands in for a business date that is missing or not plausible: one in the
   *     future would hide the amount from today's books
   */
  public Optional<LedgerTransaction> transactionOf(byte[] bytes, LocalDate received) {
    JsonNode entry = entryIn(bytes);
    JsonNode body = entry.path("body");
    Money money = moneyIn(body);
    if (money == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LedgerTransaction(
            idIn(entry.path("id")),
            Kind.SUSPENSE,
            businessDate(entry, received),
            sessionIn(body),
            "In suspense: " + described(body),
            List.of(
                new Posting(chart.unidentified(), money, "Money not identified yet"),
                new Posting(chart.suspense(), money.negated(), "Waits for an accountant"))));
  }

  private static JsonNode entryIn(byte[] bytes) {
    try {
      return Wire.JSON.readTree(firstLine(bytes)).path("entry");
    } catch (JacksonException e) {
      return Wire.JSON.missingNode();
    }
  }

  /** The payload, whatever became of the seal behind it. */
  private static byte[] firstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Arrays.copyOf(bytes, end);
  }

  /** What came in, or went out when negative; null when no amount can be read. */
  private static @Nullable Money moneyIn(JsonNode body) {
    return switch (text(body, "type")) {
      case "ticket" -> money(body.path("ticket"), "total");
      case "drawer-opened" -> money(body, "openingFloat");
      case "drawer-closed" -> negated(money(body, "expectedCash"));
      default -> null;
    };
  }

  private static @Nullable Money negated(@Nullable Money money) {
    return money == null ? null : money.negated();
  }

  private static @Nullable Money money(JsonNode node, String field) {
    try {
      Money money = Money.parse(text(node, field));
      boolean bookable = !money.isZero() && money.getAmount().abs().compareTo(AMOUNT_LIMIT) < 0;
      return bookable && money.getScale() <= 4 ? money : null;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable EntryId idIn(JsonNode id) {
    try {
      return Wire.JSON.treeToValue(id, EntryId.class);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return null;
    }
  }

  private static LocalDate businessDate(JsonNode entry, LocalDate received) {
    try {
      LocalDate date = LocalDate.parse(text(entry, "businessDate"));
      boolean plausible =
          !date.isAfter(received.plusDays(1)) && !date.isBefore(received.minusDays(AGE_MAX_DAYS));
      return plausible ? date : received;
    } catch (DateTimeException e) {
      return received;
    }
  }

  private static long sessionIn(JsonNode body) {
    JsonNode session = body.path("drawerSession");
    return session.canConvertToLong() && session.longValue() > 0 ? session.longValue() : 0;
  }

  private static String described(JsonNode body) {
    String number = text(body.path("ticket"), "number");
    String what = text(body, "type") + (number.isEmpty() ? "" : " " + number);
    // A PostgreSQL text cannot hold NUL.
    String clean = what.replace('\0', '\uFFFD');
    return clean.length() > DESCRIBED_MAX ? clean.substring(0, DESCRIBED_MAX) + "…" : clean;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : "";
  }
}
