package dev.tillbridge.it.pictures;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the shop in the pictures sells: gifts, and groceries of the kind people carry home. */
final class GiftShop {

  static final String CHEESE = "3321";

  static final String APPLES = "3324";

  private static final SaleUnit EACH = new SaleUnit("each", 0);
  private static final SaleUnit KILOGRAM = new SaleUnit("kg", 3);
  private static final String SHOP_PREFIX = "50123450";

  /** Category, code, name, price, tax category. */
  private static final String ITEMS =
      """
      Home;1001;White lantern;6.00;STANDARD
      Home;1002;Enamel mug, blue rim;4.80;STANDARD
      Home;1003;Enamel teapot;18.00;STANDARD
      Home;1004;Linen tea towel;7.50;STANDARD
      Home;1005;Beeswax candle;5.40;STANDARD
      Home;1006;Wool blanket, grey;48.00;STANDARD
      Home;1007;Oak bread board;24.00;STANDARD
      Home;1008;Glass vase, small;9.60;STANDARD
      Home;1009;Wall clock;36.00;STANDARD
      Home;1010;Cushion, striped;15.60;STANDARD
      Gifts;1101;Wooden train;16.80;STANDARD
      Gifts;1102;Paper kite;8.40;STANDARD
      Gifts;1103;Jigsaw, 500 pieces;12.00;STANDARD
      Gifts;1104;Soft bear;14.40;STANDARD
      Gifts;1105;Music box;21.60;STANDARD
      Gifts;1106;Fountain pen;19.20;STANDARD
      Gifts;1107;Notebook, dotted;6.60;STANDARD
      Gifts;1108;Birthday card;2.40;STANDARD
      Gifts;1109;Gift wrap, 3 m;3.60;STANDARD
      Gifts;1110;Ribbon, red;1.80;STANDARD
      Pantry;2001;Mliječna čokolada;2.20;ZERO
      Pantry;2002;Čokolada s lješnjacima;2.60;ZERO
      Pantry;2003;Šljivov džem;3.90;ZERO
      Pantry;2004;Žganci, kukuruzni;2.10;ZERO
      Pantry;2005;Fig jam;4.20;ZERO
      Pantry;2006;Lavender honey;6.90;ZERO
      Pantry;2007;Olive oil, 0.5 l;9.80;ZERO
      Pantry;2008;Sea salt flakes;3.10;ZERO
      Pantry;2009;Shortbread tin;5.60;ZERO
      Pantry;2010;Crackers with sesame;2.30;ZERO
      Drinks;2101;Loose tea, breakfast;5.20;ZERO
      Drinks;2102;Coffee beans, 250 g;7.40;ZERO
      Drinks;2103;Hot chocolate;4.60;ZERO
      Drinks;2104;Apple juice, 0.75 l;3.20;STANDARD
      Drinks;2105;Elderflower cordial;4.90;STANDARD
      Drinks;2106;Ginger beer;2.10;STANDARD
      """;

  private static final String LOOSE =
      """
      Counter;3321;Paški sir;24.90;ZERO
      Counter;3322;Mature cheddar;14.50;ZERO
      Counter;3323;Green olives;11.80;ZERO
      Counter;3324;Braeburn apples;2.40;ZERO
      """;

  static final String FAVOURITES =
      """
      page,colour,item,label
      Home,blue,1001,Lantern
      Home,blue,1002,Enamel mug
      Home,blue,1003,Teapot
      Home,teal,1004,Tea towel
      Home,yellow,1005,Candle
      Home,grey,1006,Blanket
      Home,orange,1007,Bread board
      Home,teal,1008,Vase
      Home,grey,1009,Wall clock
      Home,purple,1010,Cushion
      Gifts,purple,1101,Train
      Gifts,purple,1102,Kite
      Gifts,red,1108,Birthday card
      Gifts,red,1109,Gift wrap
      Gifts,red,1110,Ribbon
      Pantry,orange,2001,
      Pantry,orange,2002,
      Pantry,red,2003,
      Pantry,yellow,2006,Honey
      Counter,yellow,3321,
      Counter,green,3324,Apples
      """;

  private GiftShop() {}

  static List<BookValue> book() {
    List<BookValue> book = new ArrayList<>();
    book.add(tax("STANDARD", 20));
    book.add(tax("ZERO", 0));
    ITEMS.lines().forEach(row -> book.add(item(row, EACH)));
    LOOSE.lines().forEach(row -> book.add(item(row, KILOGRAM)));
    book.add(new EmbeddedBarcode("21", EmbeddedBarcode.Carries.WEIGHT, 13, 2, 5, 7, 5, 3));
    book.add(
        promotion(
            "P1",
            "Chocolate: 3 for 2",
            null,
            null,
            Selection.ofItems("2001", "2002"),
            new Reward.Multibuy(3, 2)));
    book.add(
        promotion(
            "P2",
            "Two mugs for £8",
            null,
            null,
            Selection.ofItems("1002"),
            new Reward.BundlePrice(2, pounds("8.00"))));
    book.add(
        promotion(
            "P3",
            "Welcome back: £5 off £40",
            "WELCOME5",
            null,
            Selection.ALL,
            new Reward.BasketAmount(pounds("40.00"), pounds("5.00"))));
    book.add(
        promotion(
            "P4",
            "Staff: 20% off gifts",
            null,
            "STAFF",
            Selection.ofCategories("Gifts"),
            new Reward.PercentOff(BigDecimal.valueOf(20))));
    return book;
  }

  private static BookValue tax(String category, int percent) {
    return new BookValue.TaxCategory(
        category, new TaxRate(category, BigDecimal.valueOf(percent), TaxMode.INCLUSIVE));
  }

  private static BookValue item(String row, SaleUnit unit) {
    List<String> cells = List.of(row.split(";", -1));
    String code = cells.get(1);
    return new BookValue.Item(
        code,
        cells.get(2),
        pounds(cells.get(3)),
        cells.get(4),
        List.of(barcode(code)),
        cells.getFirst(),
        unit,
        List.of());
  }

  /** The barcode on the goods. */
  static String barcode(String code) {
    String digits = SHOP_PREFIX + code;
    return digits + Gtin.checkDigit(digits);
  }

  /** What the scale prints for 0.482 kg of the cheese. */
  static String cheeseLabel() {
    String digits = "210" + CHEESE + "00482";
    return digits + Gtin.checkDigit(digits);
  }

  private static Promotion promotion(
      String code,
      String name,
      @Nullable String coupon,
      @Nullable String group,
      Selection on,
      Reward reward) {
    return new Promotion(code, name, Validity.ALWAYS, 0, false, coupon, group, on, reward);
  }

  private static Money pounds(String amount) {
    return Money.parse("GBP " + amount);
  }
}
