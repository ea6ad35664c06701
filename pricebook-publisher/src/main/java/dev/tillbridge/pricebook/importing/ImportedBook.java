package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.BookValue.TaxCategory;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts imported values over the published book and gives the whole new book.
 *
 * <p>A list of items replaces all items and the promotions made by the last such list; prices of
 * zones and prices of a later date stay. A list of prices for a zone or a date only adds these to
 * the items, replaces the promotions made by the last list for that zone and date, and changes
 * nothing else. Of tax categories, zones, embedded barcodes and the admin's own promotions, a kind
 * that is imported replaces all of its kind, and one that is not stays. Pure.
 */
public final class ImportedBook {

  /** Which kinds of terms are imported: each replaces all of its kind. */
  private record Kinds(boolean taxes, boolean zones, boolean embeddedBarcodes, boolean promotions) {

    static Kinds of(Collection<? extends BookValue> imported) {
      return new Kinds(
          imported.stream().anyMatch(TaxCategory.class::isInstance),
          imported.stream().anyMatch(BookValue.Zone.class::isInstance),
          imported.stream().anyMatch(EmbeddedBarcode.class::isInstance),
          imported.stream()
              .anyMatch(value ->
                  value instanceof Promotion promotion
                      && !ImportedPromotions.madeByImport(promotion)));
    }
  }

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
    Kinds kinds = Kinds.of(imported);
    boolean list =
        imported.stream().anyMatch(value -> value instanceof Item item && !isPoints(item));
    Set<PricePoint> points = places(imported);
    Map<String, BookValue> book = new LinkedHashMap<>();
    Map<String, Item> itemBefore = new HashMap<>();
    for (BookValue value : published) {
      boolean replaced =
          switch (value) {
            case Item item -> list;
            case TaxCategory tax -> kinds.taxes();
            case Promotion promotion ->
                (kinds.promotions() && !ImportedPromotions.madeByImport(promotion))
                    || (list && ImportedPromotions.replacedByList(promotion, now))
                    || points.stream()
                        .anyMatch(point -> ImportedPromotions.replacedByPoint(promotion, point));
            case BookValue.Zone zone -> kinds.zones();
            case EmbeddedBarcode barcode -> kinds.embeddedBarcodes();
            case BookValue.Gone gone -> true;
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

  /** Each zone and date that the imported prices are for, once. */
  private static Set<PricePoint> places(Collection<? extends BookValue> imported) {
    Map<List<@Nullable Object>, PricePoint> places = new HashMap<>();
    for (BookValue value : imported) {
      if (value instanceof Item item) {
        item.schedule()
            .forEach(point -> places.putIfAbsent(Arrays.asList(point.zone(), point.from()), point));
      }
    }
    return new HashSet<>(places.values());
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
