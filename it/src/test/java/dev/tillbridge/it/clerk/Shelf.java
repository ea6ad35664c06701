package dev.tillbridge.it.clerk;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;

/** What the shop sells. Prices at standard rate include 20 % tax and come out even without it. */
final class Shelf {

  /** 6.00, which is 5.00 and 1.00 tax. */
  static final String LANTERN = "1001";

  static final String LANTERN_BARCODE = "5000000000012";

  /** 2.40, which is 2.00 and 0.40 tax. */
  static final String MUG = "1002";

  /** 60.00, which is 50.00 and 10.00 tax. */
  static final String COAT = "1003";

  /** 1.99 a kilogram, no tax. */
  static final String APPLES = "321";

  /** 0.482 kg of apples. */
  static final String LABEL_WITH_WEIGHT = "2100321004829";

  /** Cheddar for 3.77, no tax. */
  static final String LABEL_WITH_PRICE = "2200654003770";

  /** In no price book: an event's list has it. */
  static final String QUICK_ITEM = "9001";

  static final String FAVOURITES = "page,colour,item,label\nOften,green,1001,Lantern\n";

  private static final SaleUnit KILOGRAM = new SaleUnit("kg", 3);

  static final List<BookValue> BOOK =
      List.of(
          tax("STANDARD", 20),
          tax("ZERO", 0),
          item(LANTERN, "White lantern", "6.00", LANTERN_BARCODE),
          item(MUG, "Enamel mug", "2.40", "5000000000029"),
          item(COAT, "Blue coat", "60.00", "5000000000036"),
          weighed(APPLES, "Braeburn apples", "1.99"),
          weighed("654", "Mature cheddar", "12.50"),
          label("21", EmbeddedBarcode.Carries.WEIGHT, 3),
          label("22", EmbeddedBarcode.Carries.PRICE, 2));

  private Shelf() {}

  private static BookValue tax(String category, int percent) {
    return new BookValue.TaxCategory(
        category, new TaxRate(category, BigDecimal.valueOf(percent), TaxMode.INCLUSIVE));
  }

  private static BookValue item(String code, String name, String price, String barcode) {
    return new BookValue.Item(
        code, name, Money.parse("GBP " + price), "STANDARD", List.of(barcode));
  }

  private static BookValue weighed(String code, String name, String price) {
    return new BookValue.Item(
        code, name, Money.parse("GBP " + price), "ZERO", List.of(), null, KILOGRAM, List.of());
  }

  /** Thirteen digits: two of prefix, five of the item, five of the value, one to check. */
  private static BookValue label(String prefix, EmbeddedBarcode.Carries carries, int decimals) {
    return new EmbeddedBarcode(prefix, carries, 13, 2, 5, 7, 5, decimals);
  }
}
