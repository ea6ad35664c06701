package dev.tillbridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.TenderRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenderSettingsTest {

  @TempDir Path folder;

  @Test
  void withoutKeysCashIsExactAndNothingPassesWithoutTheBank() throws IOException {
    TenderRules rules = read("");

    assertThat(rules.rounding()).isEqualTo(CashRounding.none(CurrencyUnit.GBP));
    assertThat(rules.foreign()).isEmpty();
    assertThat(rules.cards().floorLimit()).isZero();
  }

  @Test
  void everyKeyIsRead() throws IOException {
    TenderRules rules =
        read(
            """
            cash.rounding = 0.05
            foreign.EUR = 0.8512
            foreign.USD = 0.79
            card.floor.limit = 50
            card.stored.max = 5
            card.stored.amount.max = 120.50
            card.stored.hours.max = 12
            """);

    assertThat(rules.rounding().step()).isEqualByComparingTo("0.05");
    assertThat(rules.foreign())
        .isEqualTo(
            Map.of(
                CurrencyUnit.EUR,
                new BigDecimal("0.8512"),
                CurrencyUnit.USD,
                new BigDecimal("0.79")));
    assertThat(rules.cards())
        .isEqualTo(
            new CardRules(new BigDecimal("50"), 5, new BigDecimal("120.50"), Duration.ofHours(12)));
  }

  @ParameterizedTest
  @CsvSource({
    "cash.rounding, 0",
    "cash.rounding, 0.005",
    "cash.rounding, five",
    "foreign.EUR, 0",
    "foreign.EUR, -1",
    "foreign.GBP, 1",
    "card.floor.limit, -1",
    "card.floor.limit, 1.005",
    "card.stored.max, 1001",
    "card.stored.amount.max, 2000000",
    "card.stored.hours.max, 0",
  })
  void aWrongValueStopsTheStartAndIsNamed(String key, String value) {
    assertThatThrownBy(() -> read(key + " = " + value))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  private TenderRules read(String text) throws IOException {
    Path file = folder.resolve("register.properties");
    Files.writeString(file, text);
    Settings settings = Settings.read(file);
    TenderRules rules = TenderSettings.read(settings, CurrencyUnit.GBP);
    settings.refuseUnknownKeys();
    return rules;
  }
}
