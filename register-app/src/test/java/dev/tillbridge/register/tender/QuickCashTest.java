package dev.tillbridge.register.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class QuickCashTest {

  @Test
  void theTotalComesFirstAndNotesFollow() {
    assertThat(QuickCash.keys(gbp(1234)))
        .containsExactly(gbp(1234), gbp(1500), gbp(2000), gbp(5000));
  }

  @Test
  void aRoundTotalIsOfferedOnce() {
    assertThat(QuickCash.keys(gbp(5000))).isEqualTo(List.of(gbp(5000), gbp(6000)));
  }

  @Test
  void aLargeTotalIsRoundedUpToWholeNotes() {
    assertThat(QuickCash.keys(gbp(23451)))
        .containsExactly(gbp(23451), gbp(23500), gbp(24000), gbp(25000));
  }

  @Test
  void nothingIsOfferedWhenNothingIsDue() {
    assertThat(QuickCash.keys(gbp(0))).isEmpty();
    assertThat(QuickCash.keys(gbp(-510))).isEmpty();
  }

  private static Money gbp(long pence) {
    return Money.ofMinor(CurrencyUnit.GBP, pence);
  }
}
