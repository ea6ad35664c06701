package dev.tillbridge.register.screen;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.register.words.Words;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What an item costs when the next ticket is begun with it, for keys and lists to choose from. The
 * ticket is priced by the lane, not by this.
 */
record Shelf(Optional<? extends PriceBook> book, String store, LocalDateTime now, Words words) {

  Optional<BookValue.Item> item(String code) {
    return book.flatMap(priced -> priced.item(code));
  }

  /** {@code £1.99}, or {@code £1.99/kg}. */
  String price(BookValue.Item item) {
    String zone = book.map(priced -> priced.terms().zoneOf(store)).orElse(null);
    String price = words.money(item.priceAt(zone, now).price());
    return item.unit() == null || item.unit().name().equals("each")
        ? price
        : price + "/" + item.unit().name();
  }
}
