package dev.tillbridge.pricebook.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.pricebook.mapping.InvalidMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsFileTest {

  private static final Path SAMPLE = Path.of("..", "config", "sample-promotions.yaml");

  @TempDir Path dir;

  @Test
  void sampleHasOneOfEachReward() throws IOException {
    List<BookValue> values = TermsFile.read(SAMPLE, CurrencyUnit.GBP);

    assertThat(values)
        .filteredOn(Promotion.class::isInstance)
        .extracting(value -> (Object) ((Promotion) value).reward().getClass())
        .containsExactlyInAnyOrder(
            Reward.PercentOff.class,
            Reward.AmountOff.class,
            Reward.FixedPrice.class,
            Reward.Multibuy.class,
            Reward.BundlePrice.class,
            Reward.MixAndMatch.class,
            Reward.BasketPercent.class,
            Reward.BasketAmount.class);
    assertThat(values).hasSize(14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "percent-off ~ percentoff ~ line 44, promotions[1].reward: \"percentoff\" is not known; allowed: amount-off,",
        "coupon: MILK20 ~ cupon: MILK20 ~ promotions[2].cupon: unknown key; allowed here: code, coupon,",
        "amount: 0.20 ~ amount: 0.205 ~ an amount is written like 2.50, in GBP with at most 2 decimals; got \"0.205\"",
        "[TUESDAY] ~ [TUSDAY] ~ \"TUSDAY\" is not known; allowed: monday,",
        "buy: 3, pay: 2 ~ buy: 3, pay: 3 ~ Of 3 units 1 to 2 are paid; got 3.",
        "buy: 3, pay: 2 ~ buy: 3 ~ Of 3 units 1 to 2 are paid; got 0.",
        ", price: 1.49 ~ '' ~ a value is missing here",
        "from: 2027-03-01 ~ from: 1.3.2027 ~ a moment is written 2026-01-31 or 2026-01-31T18:00",
        "code: WELCOME ~ code: STAFF ~ \"promotion:STAFF\" is twice in it",
        "currency: GBP ~ currency: EUR ~ its currency is EUR, the book's is GBP",
        "prefix: \"22\" ~ prefix: \"2200000\" ~ prefix, item and value must lie side by side",
      })
  void wrongFileIsRefusedWithTheReason(String right, String wrong, String message)
      throws IOException {
    Path file = dir.resolve("terms.yaml");
    Files.writeString(file, Files.readString(SAMPLE).replace(right, wrong));

    assertThatThrownBy(() -> TermsFile.read(file, CurrencyUnit.GBP))
        .isInstanceOf(InvalidMapping.class)
        .hasMessageContaining(message);
  }

  @Test
  void storeOfTwoZonesIsRefused() throws IOException {
    Path file = dir.resolve("terms.yaml");
    Files.writeString(
        file, "zones:\n- {code: A, name: a, stores: [S01]}\n- {code: B, name: b, stores: [S01]}\n");

    assertThatThrownBy(() -> TermsFile.read(file, CurrencyUnit.GBP))
        .hasMessageContaining("store S01 is in zone A and in zone B; a store is in one at most");
  }
}
