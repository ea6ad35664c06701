package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A small shop drawn from a seed: items, promotions and baskets. */
final class AnyShop {

  static final PricingContext CONTEXT =
      PricingContext.at(LocalDateTime.of(2026, 11, 23, 10, 0), null);
  private static final List<String> CATEGORIES = List.of("a", "b", "c");
  private static final TaxRate TAX = new TaxRate("T", BigDecimal.TEN, TaxMode.INCLUSIVE);

  /** An item that no promotion of the shop is on, unless it is on everything. */
  static final Item UNRELATED = new Item("UNRELATED", "Unrelated", money(777), "T", List.of());

  private final SplittableRandom random;
  private final List<Item> items;

  AnyShop(SplittableRandom random) {
    this.random = random;
    this.items = IntStream.range(0, 6).mapToObj(this::item).toList();
  }

  static TicketPricer pricer(Collection<Item> items, Collection<Promotion> promotions) {
    List<BookValue> values =
        Stream.of(
                items.stream(),
                promotions.stream(),
                Stream.of(
                    UNRELATED,
                    new BookValue.TaxCategory("Tax", TAX),
                    new EmbeddedBarcode("21", Carries.PRICE, 13, 2, 5, 7, 5, 2),
                    new EmbeddedBarcode("22", Carries.WEIGHT, 13, 2, 5, 7, 5, 3)))
            .<BookValue>flatMap(each -> each)
            .toList();
    Manifest manifest = new Manifest(1, Instant.EPOCH, "any", "GBP", values.size(), "");
    return new TicketPricer(new BookInMemory(manifest, values));
  }

  List<Item> items() {
    return items;
  }

  TicketPricer pricer(Collection<Promotion> promotions) {
    return pricer(items, promotions);
  }

  /** Lines of pieces only, each of a quantity up to {@code most}. */
  List<TicketLine> pieces(int lines, int most) {
    TicketPricer pricer = pricer(List.of());
    List<Item> counted = items.stream().filter(item -> item.unit() == null).toList();
    List<TicketLine> basket = new ArrayList<>();
    for (int i = 1; i <= lines; i++) {
      Item item = counted.get(random.nextInt(counted.size()));
      basket.add(line(pricer, item.code(), BigDecimal.valueOf(random.nextInt(1, most + 1)), i));
    }
    return basket;
  }

  /** Pieces, weights and labels. */
  List<TicketLine> anything(int lines) {
    TicketPricer pricer = pricer(List.of());
    List<TicketLine> basket = new ArrayList<>(pieces((lines + 1) / 2, 4));
    while (basket.size() < lines) {
      Item item = items.get(random.nextInt(items.size()));
      BigDecimal quantity =
          item.unit() == null ? BigDecimal.ONE : BigDecimal.valueOf(random.nextInt(1, 3000), 3);
      boolean label = random.nextInt(3) == 0;
      String scanned =
          label
              ? label(item, random.nextBoolean() ? "21" : "22", random.nextInt(1, 3000))
              : item.code();
      basket.add(line(pricer, scanned, label ? BigDecimal.ONE : quantity, basket.size() + 1));
    }
    return basket;
  }

  /** Up to {@code most} promotions of one priority on goods. */
  List<Promotion> onGoods(int most) {
    int count = random.nextInt(1, most + 1);
    return IntStream.range(0, count)
        .mapToObj(i -> promotion("P" + i, 0, onGoods(), Validity.ALWAYS, null))
        .toList();
  }

  /** Promotions of every kind, priority and exclusivity. */
  List<Promotion> anyPromotions(int most) {
    int count = random.nextInt(1, most + 1);
    return IntStream.range(0, count)
        .mapToObj(i ->
            promotion(
                "P" + i,
                random.nextInt(3),
                random.nextInt(4) == 0 ? onBasket() : onGoods(),
                Validity.ALWAYS,
                null))
        .toList();
  }

  /** Promotions that cannot apply now: over, not begun, elsewhere, with a coupon. */
  List<Promotion> notInForce() {
    LocalDateTime now = CONTEXT.moment();
    return List.of(
        promotion("OVER", 9, onGoods(), validity(null, now, List.of()), null),
        promotion("LATER", 9, onGoods(), validity(now.plusMinutes(1), null, List.of()), null),
        promotion("ELSEWHERE", 9, onGoods(), validity(null, null, List.of("Z")), null),
        promotion("COUPON", 9, onBasket(), Validity.ALWAYS, "C"));
  }

  private static Validity validity(
      @Nullable LocalDateTime from, @Nullable LocalDateTime until, List<String> zones) {
    return new Validity(from, until, List.of(), null, null, zones);
  }

  private Item item(int number) {
    SaleUnit unit = number == 0 ? new SaleUnit("kg", 3) : null;
    String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    String code = "%05d".formatted(10_000 + number);
    return new Item(code, code, anyMoney(1, 900), "T", List.of(), category, unit, List.of());
  }

  private Promotion promotion(
      String code, int priority, Reward reward, Validity validity, @Nullable String coupon) {
    boolean exclusive = random.nextInt(4) == 0;
    return new Promotion(
        code, code, validity, priority, exclusive, coupon, null, selection(), reward);
  }

  private Reward onGoods() {
    int buy = random.nextInt(2, 5);
    return switch (random.nextInt(6)) {
      case 0 -> new Reward.PercentOff(BigDecimal.valueOf(random.nextInt(1, 1001), 1));
      case 1 -> new Reward.AmountOff(anyMoney(1, 300));
      case 2 -> new Reward.FixedPrice(anyMoney(1, 600));
      case 3 -> new Reward.Multibuy(buy, random.nextInt(1, buy));
      case 4 -> new Reward.BundlePrice(buy, anyMoney(1, 1500));
      default ->
          new Reward.MixAndMatch(
              IntStream.range(0, random.nextInt(2, 4))
                  .mapToObj(i -> new Reward.Part(selection(), random.nextInt(8) == 0 ? 2 : 1))
                  .toList(),
              anyMoney(1, 1200));
    };
  }

  private Reward onBasket() {
    Money atLeast = anyMoney(500, 4000);
    return random.nextBoolean()
        ? new Reward.BasketPercent(atLeast, BigDecimal.valueOf(random.nextInt(1, 500), 1))
        : new Reward.BasketAmount(atLeast, anyMoney(1, 500));
  }

  private Selection selection() {
    return switch (random.nextInt(5)) {
      case 0 -> new Selection(List.of(), CATEGORIES, List.of());
      case 1, 2 -> Selection.ofCategories(CATEGORIES.get(random.nextInt(CATEGORIES.size())));
      case 3 -> Selection.ofItems(anyCode());
      default -> new Selection(List.of(anyCode()), List.of("a"), List.of(anyCode()));
    };
  }

  private String anyCode() {
    return items.get(random.nextInt(items.size())).code();
  }

  private Money anyMoney(int from, int to) {
    return money(random.nextInt(from, to));
  }

  static Money money(long pennies) {
    return Money.ofMinor(CurrencyUnit.GBP, pennies);
  }

  private static String label(Item item, String prefix, int value) {
    String digits = prefix + item.code() + "%05d".formatted(value);
    return digits + Gtin.checkDigit(digits);
  }

  static TicketLine line(TicketPricer pricer, String scanned, BigDecimal quantity, int number) {
    return pricer.line(scanned, quantity, CONTEXT).orElseThrow().numbered(number);
  }
}
