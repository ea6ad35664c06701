package dev.tillbridge.register.lane;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Price books with everything a book can have. */
public final class Books {

  public static final BookValue STANDARD = new BookValue.TaxCategory("Standard", ShopBook.STANDARD);
  public static final SaleUnit KG = new SaleUnit("kg", 3);
  public static final SaleUnit EACH = new SaleUnit("each", 0);

  private Books() {}

  /** A book of these values and the standard tax. */
  public static PriceBook of(long version, BookValue... values) {
    List<BookValue> all = new ArrayList<>(Arrays.asList(values));
    all.add(STANDARD);
    return new BookInMemory(
        new Manifest(
            version, Instant.parse("2026-11-21T20:00:00Z"), "admin", "GBP", all.size(), "0"),
        all);
  }

  public static BookValue.Item item(String code, String name, String price) {
    return item(code, name, price, null);
  }

  public static BookValue.Item item(
      String code, String name, String price, @Nullable SaleUnit unit, PricePoint... schedule) {
    return new BookValue.Item(
        code,
        name,
        Shop.gbp(price),
        ShopBook.STANDARD.category(),
        List.of(),
        null,
        unit,
        List.of(schedule));
  }

  /** Another price in a zone, from a moment on. */
  public static PricePoint price(@Nullable String zone, @Nullable String from, String price) {
    return new PricePoint(zone, from == null ? null : LocalDateTime.parse(from), Shop.gbp(price));
  }

  /** Ten percent off everything. */
  public static Promotion tenPercent(
      String code, @Nullable String coupon, @Nullable String customerGroup) {
    return new Promotion(
        code,
        "Ten off",
        Validity.ALWAYS,
        0,
        false,
        coupon,
        customerGroup,
        Selection.ALL,
        new Reward.PercentOff(BigDecimal.TEN));
  }

  /** Thirteen digits: 2 digits prefix, 5 of the item, 5 of the value. */
  public static EmbeddedBarcode embedded(
      String prefix, EmbeddedBarcode.Carries carries, int decimals) {
    return new EmbeddedBarcode(prefix, carries, 13, 2, 5, 7, 5, decimals);
  }

  /** Twelve digits with their check digit. */
  public static String checked(String twelve) {
    int sum = 0;
    for (int i = 0; i < twelve.length(); i++) {
      sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return twelve + (10 - sum % 10) % 10;
  }
}
