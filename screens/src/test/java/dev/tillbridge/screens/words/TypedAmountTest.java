package dev.tillbridge.screens.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.50|12.50",
        "12,50|12.50",
        "12,5|12.5",
        "1250|1250",
        "0,500|0.500",
        "£ 12,50|12.50",
        "12.50 €|12.50",
        "-3,05|-3.05",
        "\u22123.05|-3.05",
        "-£3.05|-3.05",
        "1 250,00|1250.00",
        "1\u00a0234\u00a0567.5|1234567.5",
        "1250,000|1250.000",
      })
  void oneCommaOrPointStandsBeforeTheDecimals(String typed, BigDecimal amount) {
    assertThat(TypedAmount.of(typed, 2)).isEqualTo(new TypedAmount.Understood(amount));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,250|“1,250” can be read in two ways. Write 1250, or 1.25.",
        "-1.250|“-1.250” can be read in two ways. Write -1250, or -1.25.",
        "2.505|“2.505” can be read in two ways. Write 2505, or an amount with at most 2 decimals.",
        "12,000|“12,000” can be read in two ways. Write 12000, or 12.0.",
        "1.250,00|“1.250,00” has more than one comma or point. Write it without those for thousands, like 1250.00.",
        "1,250.00|“1,250.00” has more than one comma or point. Write it without those for thousands, like 1250.00.",
        "1,250,000|“1,250,000” has more than one comma or point. Write it without those for thousands, like 1250000.",
        "12.3456|“12.3456” has more decimals than the 2 there are. Nothing is rounded here.",
      })
  void whatMayMeanThousandsOrWouldBeRoundedIsRefusedWithWhatToType(String typed, String why) {
    assertThat(TypedAmount.of(typed, 2)).isEqualTo(new TypedAmount.Refused(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ten", "12 50", "1 25", "12.", ",50", "--1", "1e9", "1-", "9999999999999999"})
  void anythingElseIsNoAmount(String typed) {
    assertThat(TypedAmount.of(typed, 2))
        .isEqualTo(
            new TypedAmount.Refused(
                "“%s” is not an amount. Write it like 12.50 or 12,50.".formatted(typed)));
  }

  @Test
  void ofMoneyWithThreeDecimalsThePointStandsBeforeThem() {
    assertThat(TypedAmount.of("1.250", 3))
        .isEqualTo(new TypedAmount.Understood(new BigDecimal("1.250")));
    assertThat(TypedAmount.of("1,250", 3)).isInstanceOf(TypedAmount.Refused.class);
  }

  @Test
  void moneyWithoutDecimalsHasNone() {
    assertThat(TypedAmount.of("1200", 0))
        .isEqualTo(new TypedAmount.Understood(new BigDecimal("1200")));
    assertThat(TypedAmount.of("12,50", 0)).isInstanceOf(TypedAmount.Refused.class);
  }
}
