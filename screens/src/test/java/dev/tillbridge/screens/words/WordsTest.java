package dev.tillbridge.screens.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GBP 0.00|£0.00",
        "GBP 1234567.50|£1,234,567.50",
        "GBP -3.05|\u2212£3.05",
        "JPY 1200|JPY\u00a01,200",
      })
  void moneyHasItsSymbolAndAllItsMinorDigits(String money, String words) {
    assertThat(MoneyWords.of(Money.parse(money))).isEqualTo(words);
  }

  @Test
  void amountsWithinASentenceAreWrittenForPeople() {
    assertThat(MoneyWords.within("GBP 1.50 is missing, not ABC 12 or GBP 1.234."))
        .isEqualTo("£1.50 is missing, not ABC 12 or GBP 1.234.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.000|1", "100|100", "0.250|0.25", "-2|\u22122"})
  void aQuantityHasNoNeedlessZeros(BigDecimal quantity, String words) {
    assertThat(MoneyWords.of(quantity)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,0s",
    "PT9.2S,10s",
    "PT4M12S,4m12s",
    "PT1M0.001S,1m01s",
    "PT3H5M,3h05m",
    "P2DT4H,2d04h"
  })
  void timeIsSaidInItsTwoLargestUnits(Duration time, String words) {
    assertThat(TimeWords.of(time)).isEqualTo(words);
  }

  @Test
  void countsAgreeWithTheirNouns() {
    assertThat(TimeWords.count(1, "ticket")).isEqualTo("1 ticket");
    assertThat(TimeWords.count(0, "ticket")).isEqualTo("0 tickets");
    assertThat(TimeWords.count(1_200, "ticket")).isEqualTo("1,200 tickets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 KiB",
        "-5|0 KiB",
        "1048575|1023 KiB",
        "432013312|412 MiB",
        "1503238553|1.3 GiB",
        "5368709120|5.0 GiB",
      })
  void storageIsRoundedDown(long bytes, String words) {
    assertThat(ByteWords.of(bytes)).isEqualTo(words);
  }
}
