package dev.tillbridge.hq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartFileTest {

  private static final String WHOLE =
      """
      1000,Safe,asset,safe drawer
      2000,Tax,liability,tax
      2010,Tax 5,liability,tax:5.50
      1900,Not identified,asset,unidentified-money
      2900,Suspense,liability,suspense
      4000,Sales,income,sales returns
      4010,Food,income,sales:FOOD
      5900,Over and short,expense,over-short
      1100,Cards,asset,card foreign-cash
      2100,Owed to customers,liability,gift-certificates store-credits deposits
      4800,Other,income,fees pay-in
      5800,Expenses,expense,pay-out card-loss rounding
      """;

  @TempDir Path folder;

  @Test
  void categoryAndRateHaveTheirOwnAccountOrThePlainOne() throws IOException {
    ChartOfAccounts chart = read(WHOLE);

    assertThat(chart.sales("FOOD")).isEqualTo("4010");
    assertThat(chart.sales("BOOKS")).isEqualTo("4000");
    assertThat(chart.tax(new BigDecimal("5.5"))).isEqualTo("2010");
    assertThat(chart.tax(new BigDecimal("0.00"))).isEqualTo("2000");
    assertThat(chart.accounts()).hasSize(12);
  }

  @Test
  void sampleChartIsTheStandardOne() {
    assertThat(ChartFile.read(Path.of("..", "config", "chart-of-accounts.csv")).accounts())
        .isEqualTo(ChartFile.standard().accounts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000,Safe,asset,safe drawer | no account has the use",
        "1000,All,asset,safe drawer tax sales returns over-short | use \"suspense\"; give it to an",
        "1000,Safe,treasure,safe | asset, liability, income or expense",
        "1000,Safe,asset,vault | a use is one of",
        "1000,Safe,asset,tax:lots | a percentage",
        "1000,Safe,asset,safe safe | each use once",
        "1000,Safe,asset | code,name,type,uses"
      })
  void wrongChartStopsTheStartAndSaysWhatIsAllowed(String text, String told) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("chart.csv")
        .hasMessageContaining(told);
  }

  private ChartOfAccounts read(String text) throws IOException {
    return ChartFile.read(Files.writeString(folder.resolve("chart.csv"), text));
  }
}
