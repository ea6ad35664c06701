package dev.tillbridge.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TicketPricerTest {

  private static final Item TEA = item("TEA", 300);
  private static final Promotion HALF =
      new Promotion(
          "HALF",
          "Half price",
          Validity.ALWAYS,
          0,
          false,
          null,
          null,
          Selection.ALL,
          new Reward.PercentOff(BigDecimal.valueOf(50)));

  private final TicketPricer pricer = AnyShop.pricer(List.of(TEA), List.of(HALF));

  @Test
  void aLineOfAnItemThatIsGoneStaysAsItIs() {
    TicketLine gone =
        line(AnyShop.pricer(List.of(item("GONE", 500)), List.of()), "GONE").numbered(2);

    List<TicketLine> priced = sale(line(pricer, "TEA"), gone);

    assertThat(priced.get(0).amount()).isEqualTo(AnyShop.money(150));
    assertThat(priced.get(1)).isEqualTo(gone);
  }

  @Test
  void anotherBookBringsItsOwnPriceAndForgetsTheOldPromotions() {
    TicketLine before = sale(line(pricer, "TEA")).getFirst();
    TicketPricer later = AnyShop.pricer(List.of(item("TEA", 320)), List.of());

    TicketLine after = later.price(List.of(before), AnyShop.CONTEXT).getFirst();

    assertThat(after.amount()).isEqualTo(AnyShop.money(320));
    assertThat(after.discounts()).isEmpty();
  }

  @Test
  void aPriceSetByHandKeepsWhatTheBookSaysNow() {
    TicketLine set = priced(line(pricer, "TEA"), AnyShop.money(200), AnyShop.money(999));

    TicketLine priced = sale(set).getFirst();

    assertThat(priced.amount()).isEqualTo(AnyShop.money(200));
    assertThat(priced.override()).isEqualTo(new PriceOverride(AnyShop.money(300), "Haggled"));
  }

  @Test
  void aPriceSetByHandThatIsTheBooksIsNone() {
    TicketLine set = priced(line(pricer, "TEA"), AnyShop.money(300), AnyShop.money(999));

    TicketLine priced = sale(set).getFirst();

    assertThat(priced.override()).isNull();
    assertThat(priced.amount()).isEqualTo(AnyShop.money(150));
  }

  @Test
  void aDiscountByHandIsCutShortWhenTheBookHasBecomeCheaper() {
    TicketPricer cheap = AnyShop.pricer(List.of(item("TEA", 100)), List.of());
    TicketLine plain = line(pricer, "TEA");
    TicketLine dented =
        TicketLine.of(
            1,
            "TEA",
            "TEA",
            "TEA",
            BigDecimal.ONE,
            plain.unitPrice(),
            plain.tax(),
            null,
            null,
            List.of(new LineDiscount(null, "Dented", AnyShop.money(250))));

    TicketLine priced = cheap.price(List.of(dented), AnyShop.CONTEXT).getFirst();

    assertThat(priced.amount()).isEqualTo(AnyShop.money(0));
    assertThat(priced.discounts())
        .containsExactly(new LineDiscount(null, "Dented", AnyShop.money(100)));
  }

  @Test
  void anItemWithoutATaxRateIsNotSold() {
    Item untaxed = new Item("X", "X", AnyShop.money(100), "NOWHERE", List.of());
    TicketPricer broken = AnyShop.pricer(List.of(untaxed), List.of());

    assertThatThrownBy(() -> line(broken, "X"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NOWHERE");
  }

  @Test
  void whatTheBookDoesNotHaveIsNotFound() {
    assertThat(pricer.line("9999", BigDecimal.ONE, AnyShop.CONTEXT)).isEmpty();
  }

  private List<TicketLine> sale(TicketLine... lines) {
    return pricer.price(List.of(lines), AnyShop.CONTEXT);
  }

  private static TicketLine line(TicketPricer by, String scanned) {
    return AnyShop.line(by, scanned, BigDecimal.ONE, 1);
  }

  private static TicketLine priced(TicketLine line, Money price, Money bookPrice) {
    return TicketLine.of(
        line.number(),
        line.item(),
        line.scanned(),
        line.name(),
        line.quantity(),
        price,
        line.tax(),
        new PriceOverride(bookPrice, "Haggled"));
  }

  private static Item item(String code, long pennies) {
    return new Item(code, code, AnyShop.money(pennies), "T", List.of());
  }
}
