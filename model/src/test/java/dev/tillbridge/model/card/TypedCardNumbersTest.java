package dev.tillbridge.model.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.Gtin;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCardNumbersTest {

  private static final int TEXTS = 20_000;

  /** The numbers that schemes publish for tests. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4222222222222",
        "4000000000000000006",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "30569309025904",
        "36227206271667",
        "3530111333300000",
        "6011111111111117",
        "6759649826438453",
        "6240008631401148",
        "2200000000000004",
        "9792000000000003",
        "501800000009",
        "180000000000002"
      })
  void numberIsFoundHoweverItIsWritten(String number) {
    for (String written :
        new String[] {
          number,
          inGroups(number, 4, " "),
          inGroups(number, 4, "-"),
          inGroups(number, 4, " - "),
          inGroups(number, 4, "\u00a0"),
          inGroups(number, 4, "\u2013"),
          inGroups(number, 6, "."),
          inGroups(number, 1, " "),
          "Visa " + number + ", 12/27",
          number + " 12/27 123",
          "card" + number + "x",
          "her card:" + inGroups(number, 4, " ") + " exp. 12/27",
          "7 of 12: " + number
        }) {
      assertThat(TypedCardNumbers.isIn(written)).as(written).isTrue();
      assertThat(TypedCardNumbers.masked(written).chars().filter(each -> each == '*').count())
          .as(written)
          .isGreaterThanOrEqualTo(number.length() - 6);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%B4111111111111112^LIND/BO^4912201000000000?",
        "%B9811000000000025^LIND/BO^4912201000000000?",
        ";4111111111111112=49122010000?",
        "+4111 1111 1111 1111",
        "\uff14\uff11\uff11\uff11111111111111"
      })
  void numberIsFoundOnAStripeBehindAPlusAndInOtherDigits(String text) {
    assertThat(TypedCardNumbers.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bo Lind, back on Monday",
        "4111111111111112", // no check digit
        "41111111111111113", // a check digit, but no Visa has 17
        "4111, 1111, 1111, 1111", // four numbers
        "9811000000000025", // no bank's
        "3704123400000009", // a check digit, but American Express has 15 digits
        "352099001761481", // a mobile phone's own number, which has such a check digit too
        "12345678903", // a tax number
        "HR1210010051863000160",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "S01-R07-1923",
        "S01-R07-1923G1-65",
        "30.11.2026 10:55:32",
        "+385 91 234 5678",
        "+4915123456789",
        "+49 151 2345 6789",
        "0049 151 2345 6789",
        "+62 812 3456 7890",
        "20 7946 0958 / 20 7946 0123"
      })
  void otherTextsAreNone(String text) {
    assertThat(TypedCardNumbers.isIn(text)).isFalse();
    assertThat(TypedCardNumbers.masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, 411111**********",
    "5555 5555-5555 4444 12/27, 5555 55**-**** **** 12/27",
    "a 378282246310005 b 4111111111111111 c, a 378282********* b 411111********** c"
  })
  void onlyTheIssuerCanStillBeRead(String text, String masked) {
    assertThat(TypedCardNumbers.masked(text)).isEqualTo(masked);
  }

  /** How people of several countries write their numbers down; each # is any digit. */
  @ParameterizedTest
  @CsvSource({
    "0## ### ####, 0", // Croatia, at home
    "0########, 0",
    "+385 9# ### ####, 0",
    "003859########, 0",
    "3859########, 0",
    "07### ######, 0", // United Kingdom
    "+44 7### ######, 0",
    "447#########, 0",
    "44 20 #### ####, 0",
    "+49 15# ########, 0", // Germany
    "0049 15#########, 0",
    "015#########, 0",
    "43 6## #######, 0", // Austria
    "39 3## ### ####, 0", // Italy
    "38640######, 0", // Slovenia
    "36 30 ### ####, 0", // Hungary
    "33 6 ## ## ## ##, 0", // France
    "1 ### ### ####, 0", // United States
    "52 1 ## #### ####, 0", // Mexico
    "55 11 9#### ####, 0", // Brazil
    "62 8## #### #####, 0", // Indonesia
    "63 9## ### ####, 0", // Philippines
    "65 #### ####, 0", // Singapore
    "86 1## #### ####, 0", // China
    "91 9#### #####, 0", // India
    "4915#########, 10", // Germany without a plus: as long as the first Visa cards
    "43 6## ########, 10" // Austria without one, with eight digits
  })
  void phoneNumbersAreTakenForCardsInNoMoreThan(String pattern, int percent) {
    int taken = taken(random -> filled(pattern, random));

    assertThat(taken).as("of 100,000 like %s", pattern).isBetween(900 * percent, 1_100 * percent);
  }

  /** One in ten of those that begin as some card of that length does. */
  @Test
  void goodsAreTakenForCardsRarely() {
    assertThat(taken(random -> goods("", 12, random))).isLessThan(50);
    assertThat(taken(random -> goods("", 13, random))).isBetween(800, 1_200);
    assertThat(taken(random -> goods("385", 12, random))).isZero();
    assertThat(taken(random -> goods("", 14, random))).isBetween(200, 600);
  }

  /** Of 100,000. */
  private static int taken(Function<Random, String> made) {
    Random random = new Random(20261128);
    int taken = 0;
    for (int i = 0; i < TEXTS; i++) {
      taken += TypedCardNumbers.isIn(made.apply(random)) ? 1 : 0;
    }
    return (int) (100_000L * taken / TEXTS);
  }

  private static String filled(String pattern, Random random) {
    StringBuilder phone = new StringBuilder();
    pattern
        .chars()
        .forEach(c -> phone.append(c == '#' ? (char) ('0' + random.nextInt(10)) : (char) c));
    return phone.toString();
  }

  private static String goods(String prefix, int digits, Random random) {
    StringBuilder code = new StringBuilder(prefix);
    while (code.length() < digits - 1) {
      code.append(random.nextInt(10));
    }
    return code.append(Gtin.checkDigit(code.toString())).toString();
  }

  private static String inGroups(String number, int size, String between) {
    return number.replaceAll("(?<=\\G.{" + size + "})(?=.)", between);
  }
}
