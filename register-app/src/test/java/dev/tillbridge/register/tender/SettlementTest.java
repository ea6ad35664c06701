package dev.tillbridge.register.tender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final CashRounding FIVE = new CashRounding(new BigDecimal("0.05"));
  private static final CashRounding EXACT = CashRounding.none(CurrencyUnit.EUR);

  @Test
  void cashPaysTheNearestAmountThatCoinsCan() {
    assertThat(Settlement.of(eur("10.02"), cash("10.00"), FIVE))
        .isEqualTo(new Settlement.Paid(cash("10.00"), eur("0.00"), eur("-0.02")));
    assertThat(Settlement.of(eur("10.03"), cash("20.00"), FIVE))
        .isEqualTo(new Settlement.Paid(cash("20.00"), eur("9.95"), eur("0.02")));
    assertThat(Settlement.of(eur("-10.02"), cash("-10.00"), FIVE))
        .isEqualTo(new Settlement.Paid(cash("-10.00"), eur("0.00"), eur("0.02")));
  }

  @Test
  void everythingElsePaysExactly() {
    Tender gift = new Tender.StoredValue(eur("10.02"), StoredValueKind.GIFT, "G", true);

    assertThat(Settlement.of(eur("10.02"), gift, FIVE))
        .isEqualTo(new Settlement.Paid(gift, eur("0.00"), eur("0.00")));
    assertThat(Settlement.of(eur("10.00"), gift, FIVE))
        .isEqualTo(new Settlement.TooMuch(eur("10.00")));
  }

  @Test
  void lessThanIsDueIsAPart() {
    assertThat(Settlement.of(eur("10.00"), cash("4.00"), EXACT))
        .isEqualTo(new Settlement.Part(cash("4.00"), eur("6.00")));
    assertThat(Settlement.of(eur("-10.00"), cash("-4.00"), EXACT))
        .isEqualTo(new Settlement.Part(cash("-4.00"), eur("-6.00")));
  }

  @Test
  void aPayoutHasNoChange() {
    assertThat(Settlement.of(eur("-10.00"), cash("-12.00"), EXACT))
        .isEqualTo(new Settlement.TooMuch(eur("10.00")));
  }

  private static Tender.Cash cash(String amount) {
    return new Tender.Cash(eur(amount));
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
