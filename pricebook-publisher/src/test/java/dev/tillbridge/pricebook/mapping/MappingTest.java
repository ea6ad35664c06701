package dev.tillbridge.pricebook.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTest {

  private static final String LEAST =
      "columns: {code: c, name: n, price: p}\ntax: {otherwise: STANDARD}\n";

  @ParameterizedTest
  @ValueSource(strings = {"konzum.yaml", "lidl.yaml"})
  void mappingsShippedAreInOrder(String name) throws IOException {
    Mapping mapping = Mapping.read(Path.of("..", "config", "mappings", name));

    assertThat(mapping.currency()).isEqualTo("EUR");
  }

  @Test
  void whatIsNotGivenHasItsStatedDefault() {
    Mapping mapping = Mapping.parse(LEAST, "M.yaml");

    assertThat(mapping.file()).isEqualTo(new FileLayout("auto", ",", "\"", 1, null));
    assertThat(mapping.rows().tolerated(1_000_000)).isZero();
    assertThat(mapping.barcodes().check()).isEqualTo(BarcodeRules.Check.REFUSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "file: {delimeter: x} ~ M.yaml, line 3, file.delimeter: unknown key; allowed here: charset, delimiter, header-line, quote, sheet.",
        "file: {delimiter: ab} ~ M.yaml, line 3, file: delimiter is one character such as \";\", or tab; got \"ab\".",
        "file: {charset: windows-9999} ~ charset is auto or a name such as UTF-8 or windows-1250; got \"windows-9999\".",
        "file: {header-line: -1} ~ header-line is 0 (no headings) to 1000; got -1.",
        "rows: {tolerance: some} ~ tolerance is a number of rows such as 5, or percent below 100",
        "barcodes: {check: maybe} ~ M.yaml, line 3, barcodes.check: \"maybe\" is not known; allowed: refuse, warn, leave-out.",
        "numbers: {decimal-separator: \",\", thousands-separator: \",\"} ~ thousands-separator is none or one character other than the decimal separator",
        "units: [{name: kg}] ~ Unit kg needs words that stand for it.",
        "units: [{words: [kg], name: kg, decimals: 4}] ~ Unit kg: 0 to 3 decimals; got 4.",
        "codes: {strip-leading-zeros: true, pad-to: 3} ~ Give strip-leading-zeros or pad-to, not both.",
        "prices: {from: 1.2.2026} ~ a moment is written 2026-01-31 or 2026-01-31T18:00",
        "columns: {} ~ Duplicate",
      })
  void wrongKeyOrValueIsNamedWithItsLineAndWhatIsAllowed(String more, String message) {
    assertThatThrownBy(() -> Mapping.parse(LEAST + more + "\n", "M.yaml"))
        .isInstanceOf(InvalidMapping.class)
        .hasMessageContaining(message);
  }

  @Test
  void taxCategoryWithoutRateIsRefused() {
    String mapping =
        """
        columns: {code: c, name: n, price: p}
        tax:
          by-category: {Food: REDUCED}
          categories: [{code: STANDARD, percent: 20, mode: inclusive}]
        """;

    assertThatThrownBy(() -> Mapping.parse(mapping, "M.yaml"))
        .isInstanceOf(InvalidMapping.class)
        .hasMessageContaining("No rate is given for REDUCED; categories has STANDARD.");
  }
}
