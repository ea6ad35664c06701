package dev.tillbridge.model.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.card.PaymentCardNumbers;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCardTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  /** The numbers that schemes publish for tests. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4222222222222",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "30569309025904",
        "3530111333300000",
        "6011111111111117",
        "6759649826438453",
        "6240008631401148",
        "2200000000000004",
        "9792000000000003",
        "501000000007",
        "9704000000000000",
        "180000000000002",
        "213100000000001",
        "%B4111111111111111^LIND/BO^4912201000000000?",
        "%B9811000000000025^LIND/BO^4912201000000000?",
        ";4111111111111112=49122010000?",
        "C12X4111111111111111"
      })
  void paymentCardIsNone(String number) {
    assertThat(PaymentCardNumbers.isOne(number)).isTrue();
    assertThat(CustomerCard.number(number)).isEmpty();
    assertThatThrownBy(() -> new CustomerCard(number, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111 1111 1111 1111", "5555-5555-5555-4444"})
  void paymentCardIsNoneHoweverItIsWritten(String number) {
    assertThat(CustomerCard.number(number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9811000000000025", // 16 digits with a check digit, and no bank's
        "4111111111111112", // no check digit
        "411111111111", // 12 digits
        "5012345678900", // the code of goods
        "2200123456783", // a shop's own code of 13 digits
        "C0042"
      })
  void whatIsNoPaymentCardCanBeACustomers(String number) {
    assertThat(CustomerCard.number(number)).contains(number);
    assertThat(new CustomerCard(number, NOW).number()).isEqualTo(number);
  }

  @Test
  void blanksDashesAndSmallLettersMakeNoDifference() {
    assertThat(CustomerCard.number(" c-00 42 ")).contains("C0042");
    assertThat(CustomerCard.number("123")).isEmpty();
    assertThat(CustomerCard.number("1".repeat(33))).isEmpty();
    assertThat(CustomerCard.number("C0042;")).isEmpty();
  }

  /** Every number a bank can make, so far as it begins with 3 to 6. */
  @Test
  void noNumberABankMakesIsEverKept() {
    long seed = 20261128;
    Random random = new Random(seed);
    for (int n = 0; n < 20_000; n++) {
      String number = bankNumber(random);
      assertThat(CustomerCard.number(number)).as("seed %d, card %d", seed, n).isEmpty();
    }
  }

  private static String bankNumber(Random random) {
    int digits = 13 + random.nextInt(7);
    StringBuilder number = new StringBuilder().append(3 + random.nextInt(4));
    while (number.length() < digits - 1) {
      number.append(random.nextInt(10));
    }
    for (int check = 0; check < 10; check++) {
      if (addsUp(number.toString() + check)) {
        return number.toString() + check;
      }
    }
    throw new IllegalStateException("No check digit fits " + number);
  }

  /** Luhn's sum, written otherwise than in the code that is tested. */
  private static boolean addsUp(String number) {
    int[] doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
    int sum = 0;
    boolean twice = false;
    for (int at = number.length() - 1; at >= 0; at--) {
      int digit = Character.digit(number.charAt(at), 10);
      sum += twice ? doubled[digit] : digit;
      twice = !twice;
    }
    return sum % 10 == 0;
  }
}
