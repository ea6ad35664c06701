package dev.tillbridge.model.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.card.PaymentCardNumbers;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which card of the shop's a customer has. Of two customers with the same number it is the one's
 * who was given it later; of two things said of one customer, the later one counts.
 *
 * @param number as {@link #number(String)} writes it, null when they have none any more; never a
 *     payment card's
 * @param since when the customer was given it, or when it was taken from them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerCard(@Nullable String number, Instant since) {

  public static final int CHARS_MIN = 4;
  public static final int CHARS_MAX = 32;

  private static final Pattern NUMBER =
      Pattern.compile("[0-9A-Z]{" + CHARS_MIN + "," + CHARS_MAX + "}");

  /**
   * Refuses what is no number of a customer's card.
   *
   * @throws IllegalArgumentException without repeating the number, which may be a payment card's
   */
  public CustomerCard {
    Objects.requireNonNull(since, "since is missing");
    if (number != null && (!NUMBER.matcher(number).matches() || PaymentCardNumbers.isOne(number))) {
      throw new IllegalArgumentException(
          "A customer's card has a number of %d to %d letters and digits that is no payment card's; got %d characters that are not."
              .formatted(CHARS_MIN, CHARS_MAX, number.length()));
    }
  }

  /**
   * The number a person typed or a device read: without blanks and dashes, in capital letters.
   *
   * @return empty when a customer's card cannot have it
   */
  public static Optional<String> number(String typed) {
    String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return NUMBER.matcher(plain).matches() && !PaymentCardNumbers.isOne(plain)
        ? Optional.of(plain)
        : Optional.empty();
  }
}
