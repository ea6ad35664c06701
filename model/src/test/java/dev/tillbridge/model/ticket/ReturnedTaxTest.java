package dev.tillbridge.model.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods for 10.00 that were charged 20 % on top come back. */
class ReturnedTaxTest {

  private static final TaxRate ON_TOP =
      new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.EXCLUSIVE);

  @ParameterizedTest
  @ValueSource(strings = {"0.00", "-1.99", "-2.00", "-2.05"})
  void taxThatRoundingOrAnExemptionExplainsGoesBack(String tax) {
    assertThat(LineTaxes.byRate(List.of(returned(tax))).getFirst().tax())
        .isEqualTo(Money.parse("GBP " + tax));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "-2.06", "-500.00"})
  void taxThatCannotHaveBeenChargedIsRefused(String tax) {
    assertThatThrownBy(() -> returned(tax))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Line 1: GBP %s of tax cannot have been charged on GBP -10.00 at 20 %%."
                .formatted(tax));
  }

  @Test
  void theRateSaysItWhenNothingIsTold() {
    TicketLine line = goods().returnedFrom(new ReturnedFrom("S01-R01-7", 1, "too small"));

    assertThat(LineTaxes.byRate(List.of(line)).getFirst().tax())
        .isEqualTo(Money.parse("GBP -2.00"));
  }

  private static TicketLine returned(String tax) {
    return goods()
        .returnedFrom(new ReturnedFrom("S01-R01-7", 1, "too small", Money.parse("GBP " + tax)));
  }

  private static TicketLine goods() {
    return TicketLine.of(
        1, "L", "L", "Lantern", BigDecimal.ONE.negate(), Money.parse("GBP 10.00"), ON_TOP, null);
  }
}
