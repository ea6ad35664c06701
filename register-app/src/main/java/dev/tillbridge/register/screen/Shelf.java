package dev.tillbridge.register.screen;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.register.words.Words;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an item costs when the next ticket is begun with it, for keys and lists to choose from. The
 * ticket is priced by the lane, not by this.
 *
 * @param event whose prices come before the book's, null in the shop
 */
record Shelf(
    Optional<? extends PriceBook> book,
    String store,
    LocalDateTime now,
    @Nullable OffsiteEvent event,
    Words words) {

  Optional<BookValue.Item> item(String code) {
    return own(code).map(OffsiteItem::asItem).or(() -> book.flatMap(priced -> priced.item(code)));
  }

  private Optional<OffsiteItem> own(String code) {
    return event == null ? Optional.empty() : event.item(code);
  }

  /** {@code £1.99}, or {@code £1.99/kg}. */
  String price(BookValue.Item item) {
    String zone = book.map(priced -> priced.terms().zoneOf(store)).orElse(null);
    String price =
        words.money(
            own(item.code()).map(OffsiteItem::price).orElse(item.priceAt(zone, now).price()));
    return item.unit() == null || item.unit().name().equals("each")
        ? price
        : price + "/" + item.unit().name();
  }
}
