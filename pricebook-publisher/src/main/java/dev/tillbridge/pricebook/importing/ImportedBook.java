package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.BookValue.TaxCategory;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts imported values over the published book and gives the whole new book.
 *
 * <p>A list of items replaces all items and the promotions made by the last such list; prices of
 * zones and prices of a later date stay. A list of prices for a zone or a date only adds these to
 * the items and changes nothing else. Imported tax categories replace all of them. Anything else
 * stays unless a value with the same key is imported. Pure.
 */
public final class ImportedBook {

  private ImportedBook() {}

  /**
   * The whole new book.
   *
   * @param now by the shop's clock on the wall: published prices from later dates stay
   */
  public static List<BookValue> over(
      Collection<? extends BookValue> published,
      Collection<? extends BookValue> imported,
      LocalDateTime now) {
    boolean taxes = imported.stream().anyMatch(TaxCategory.class::isInstance);
    boolean list =
        imported.stream().anyMatch(value -> value instanceof Item item && !isPoints(item));
    Map<String, BookValue> book = new LinkedHashMap<>();
    Map<String, Item> itemBefore = new HashMap<>();
    for (BookValue value : published) {
      boolean replaced =
          switch (value) {
            case Item item -> list;
            case TaxCategory tax -> taxes;
            case Promotion promotion -> list && ImportedPromotions.madeByImport(promotion);
            default -> false;
          };
      if (value instanceof Item item) {
        itemBefore.put(item.code(), item);
      }
      if (!replaced) {
        book.put(value.bookKey(), value);
      }
    }
    for (BookValue value : imported) {
      book.put(
          value.bookKey(),
          value instanceof Item item ? merged(itemBefore.get(item.code()), item, now) : value);
    }
    return new ArrayList<>(book.values());
  }

  /** A list's values and those of a terms file, which win where both say something. */
  public static List<BookValue> withTerms(
      Collection<? extends BookValue> list, Collection<? extends BookValue> terms) {
    Map<String, BookValue> byKey = new LinkedHashMap<>();
    list.forEach(value -> byKey.put(value.bookKey(), value));
    terms.forEach(value -> byKey.put(value.bookKey(), value));
    return new ArrayList<>(byKey.values());
  }

  private static boolean isPoints(Item item) {
    return !item.schedule().isEmpty();
  }

  private static Item merged(@Nullable Item before, Item item, LocalDateTime now) {
    if (before == null) {
      return item;
    }
    return isPoints(item) ? withPoints(before, item.schedule()) : withLaterOf(item, before, now);
  }

  private static Item withPoints(Item before, List<PricePoint> points) {
    Stream<PricePoint> others =
        before.schedule().stream()
            .filter(old -> points.stream().noneMatch(point -> samePlace(old, point)));
    return withSchedule(before, Stream.concat(others, points.stream()).toList());
  }

  private static Item withLaterOf(Item item, Item before, LocalDateTime now) {
    return withSchedule(
        item,
        before.schedule().stream()
            .filter(point ->
                point.zone() != null || (point.from() != null && point.from().isAfter(now)))
            .toList());
  }

  private static boolean samePlace(PricePoint one, PricePoint other) {
    return Objects.equals(one.zone(), other.zone()) && Objects.equals(one.from(), other.from());
  }

  private static Item withSchedule(Item item, List<PricePoint> schedule) {
    return new Item(
        item.code(),
        item.name(),
        item.price(),
        item.taxCategory(),
        item.barcodes(),
        item.category(),
        item.unit(),
        schedule);
  }
}
