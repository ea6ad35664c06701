package dev.tillbridge.pricebook.desk;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.PricePoint;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One item's price changed at once, in every zone; what is scheduled for later stays.
 *
 * @param code or a barcode of the item
 * @param at by the shop's clock on the wall
 */
record EmergencyPrice(String code, Money price, LocalDateTime at) {

  Optional<Item> in(List<BookValue> book) {
    return find(code, book);
  }

  /** A barcode wins over a code, as at a register. */
  static Optional<Item> find(String code, List<BookValue> book) {
    List<Item> items = book.stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
    return items.stream()
        .filter(item -> item.barcodes().contains(code))
        .findFirst()
        .or(() -> items.stream().filter(item -> item.code().equals(code)).findFirst());
  }

  List<BookValue> made(List<BookValue> book, Item old) {
    return book.stream().map(value -> value.equals(old) ? changed(old) : value).toList();
  }

  private Item changed(Item item) {
    List<PricePoint> later =
        item.schedule().stream()
            .filter(point -> point.from() != null && point.from().isAfter(at))
            .toList();
    return new Item(
        item.code(),
        item.name(),
        price,
        item.taxCategory(),
        item.barcodes(),
        item.category(),
        item.unit(),
        later);
  }
}
