package dev.tillbridge.model.pricing;

import static dev.tillbridge.model.pricing.AnyShop.CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rules that hold for any basket in any shop: 100,000 of them, each from its seed. */
class AnyBasketPriceTest {

  @Test
  void theOrderOfScanningChangesNoItemsPrice() {
    for (long seed = 0; seed < 25_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      TicketPricer pricer = shop.pricer(shop.anyPromotions(6));
      List<TicketLine> lines = withDiscountsByHand(shop.anything(random.nextInt(1, 12)), random);
      List<TicketLine> shuffled = new ArrayList<>(lines);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(costs(sale(pricer, shuffled)))
          .as("seed %d", seed)
          .isEqualTo(costs(sale(pricer, lines)));
    }
  }

  @Test
  void threeOfAnItemCostTheSameOnOneLineAndOnThree() {
    for (long seed = 100_000; seed < 120_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      TicketPricer pricer = shop.pricer(shop.anyPromotions(6));
      List<TicketLine> lines = shop.pieces(random.nextInt(1, 6), 4);
      List<TicketLine> singles = singles(pricer, lines);

      List<TicketLine> priced = sale(pricer, lines);
      List<TicketLine> pricedSingles = sale(pricer, singles);

      assertThat(costs(pricedSingles)).as("seed %d", seed).isEqualTo(costs(priced));
      assertThat(off(pricedSingles)).as("seed %d", seed).isEqualTo(off(priced));
    }
  }

  @Test
  void discountsAreAboveZeroAndAddUpAndPricingAgainChangesNothing() {
    for (long seed = 200_000; seed < 220_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      List<Promotion> promotions = shop.anyPromotions(6);
      TicketPricer pricer = shop.pricer(promotions);
      List<TicketLine> lines = withDiscountsByHand(shop.anything(random.nextInt(1, 12)), random);

      List<TicketLine> priced = sale(pricer, lines);

      for (TicketLine line : priced) {
        Money off =
            line.discounts().stream()
                .map(LineDiscount::amount)
                .reduce(line.undiscounted().minus(line.amount()).multipliedBy(-1), Money::plus);
        assertThat(off.isZero()).as("seed %d, %s", seed, line).isTrue();
        assertThat(line.amount().isNegative()).as("seed %d, %s", seed, line).isFalse();
        assertThat(line.discounts()).allMatch(discount -> discount.amount().isPositive());
      }
      assertThat(sale(pricer, priced)).as("seed %d", seed).isEqualTo(priced);
      amountsOffTheBasketAreWhole(seed, promotions, off(priced));
    }
  }

  @Test
  void noPromotionAloneWouldBeCheaper() {
    for (long seed = 300_000; seed < 315_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      List<Promotion> promotions = shop.onGoods(5);
      List<TicketLine> lines = shop.anything(random.nextInt(1, 16));

      Money together = total(sale(shop.pricer(promotions), lines));

      for (Promotion promotion : promotions) {
        assertThat(total(sale(shop.pricer(List.of(promotion)), lines)))
            .as("seed %d, %s alone", seed, promotion)
            .isGreaterThanOrEqualTo(together);
      }
    }
  }

  @Test
  void promotionsNotInForceAndUnrelatedItemsChangeNothing() {
    for (long seed = 400_000; seed < 415_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      List<Promotion> promotions = shop.anyPromotions(5);
      List<TicketLine> lines = shop.anything(random.nextInt(1, 10));
      List<Promotion> more =
          Stream.concat(promotions.stream(), shop.notInForce().stream()).toList();
      TicketPricer pricer = shop.pricer(promotions);
      List<TicketLine> withUnrelated = new ArrayList<>(lines);
      withUnrelated.add(
          AnyShop.line(pricer, AnyShop.UNRELATED.code(), BigDecimal.TWO, lines.size() + 1));

      List<TicketLine> priced = sale(pricer, lines);

      assertThat(sale(shop.pricer(more), lines)).as("seed %d", seed).isEqualTo(priced);
      assertThat(sale(pricer, withUnrelated).subList(0, lines.size()))
          .as("seed %d", seed)
          .isEqualTo(priced);
    }
  }

  @Test
  void promotionsLeaveReturnsAlone() {
    for (long seed = 500_000; seed < 505_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      TicketPricer pricer = shop.pricer(shop.anyPromotions(6));
      List<TicketLine> back = new ArrayList<>();
      for (TicketLine line : shop.anything(random.nextInt(1, 8))) {
        back.add(AnyShop.line(pricer, line.scanned(), line.quantity().negate(), back.size() + 1));
      }

      assertThat(pricer.price(back, CONTEXT)).as("seed %d", seed).isEqualTo(back);
    }
  }

  private static void amountsOffTheBasketAreWhole(
      long seed, List<Promotion> promotions, Map<String, Money> off) {
    for (Promotion promotion : promotions) {
      if (promotion.reward() instanceof Reward.BasketAmount amount
          && off.containsKey(promotion.code())) {
        assertThat(off.get(promotion.code())).as("seed %d", seed).isEqualTo(amount.off());
      }
    }
  }

  private static List<TicketLine> sale(TicketPricer pricer, List<TicketLine> lines) {
    return pricer.price(lines, CONTEXT);
  }

  private static List<TicketLine> singles(TicketPricer pricer, List<TicketLine> lines) {
    List<TicketLine> singles = new ArrayList<>();
    for (TicketLine line : lines) {
      for (int i = 0; i < line.quantity().intValueExact(); i++) {
        singles.add(AnyShop.line(pricer, line.scanned(), BigDecimal.ONE, singles.size() + 1));
      }
    }
    return singles;
  }

  private static List<TicketLine> withDiscountsByHand(
      List<TicketLine> lines, SplittableRandom random) {
    return lines.stream()
        .map(line ->
            random.nextInt(6) > 0 || line.amount().isZero()
                ? line
                : TicketLine.of(
                    line.number(),
                    line.item(),
                    line.scanned(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice(),
                    line.tax(),
                    null,
                    line.basis(),
                    List.of(
                        new LineDiscount(
                            null,
                            "Dented",
                            AnyShop.money(
                                random.nextLong(1, line.amount().getAmountMinorLong() + 1))))))
        .toList();
  }

  private static Money total(List<TicketLine> lines) {
    return lines.stream().map(TicketLine::amount).reduce(AnyShop.money(0), Money::plus);
  }

  private static Map<String, Money> costs(List<TicketLine> lines) {
    Map<String, Money> costs = new TreeMap<>();
    lines.forEach(line -> costs.merge(line.item(), line.amount(), Money::plus));
    return costs;
  }

  private static Map<String, Money> off(List<TicketLine> lines) {
    Map<String, Money> off = new TreeMap<>();
    for (TicketLine line : lines) {
      for (LineDiscount discount : line.discounts()) {
        if (discount.promotion() != null) {
          off.merge(discount.promotion(), discount.amount(), Money::plus);
        }
      }
    }
    return off;
  }
}
