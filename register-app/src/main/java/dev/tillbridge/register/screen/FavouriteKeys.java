package dev.tillbridge.register.screen;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.register.favourites.Colour;
import dev.tillbridge.register.favourites.FavouritePage;
import dev.tillbridge.register.favourites.FavouritePage.Favourite;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * A page of favourites as it is shown.
 *
 * @param colour of its first key
 */
public record FavouriteKeys(String title, String colour, List<Tile> tiles) {

  private static final String COLOUR_OF_EVENTS = Colour.PURPLE.cssName();

  /**
   * A key.
   *
   * @param sold whether the price book has the item
   * @param price or why it cannot be rung
   */
  public record Tile(String item, String label, String colour, boolean sold, String price) {}

  static FavouriteKeys of(FavouritePage page, Shelf shelf, Words words) {
    List<Tile> tiles = page.keys().stream().map(key -> tile(key, shelf, words)).toList();
    String title = page.title();
    return new FavouriteKeys(
        title == null ? words.of(Word.SOLD_MOST) : title, tiles.getFirst().colour(), tiles);
  }

  /** The items of an event. */
  static FavouriteKeys of(OffsiteEvent event, Shelf shelf) {
    return new FavouriteKeys(
        event.name(),
        COLOUR_OF_EVENTS,
        event.items().stream()
            .map(item ->
                new Tile(
                    item.code(), item.name(), COLOUR_OF_EVENTS, true, shelf.price(item.asItem())))
            .toList());
  }

  private static Tile tile(Favourite key, Shelf shelf, Words words) {
    Optional<BookValue.Item> item = shelf.item(key.item());
    String label = key.label();
    String name = label != null ? label : item.map(BookValue.Item::name).orElse(key.item());
    return new Tile(
        key.item(),
        name,
        key.colour().cssName(),
        item.isPresent(),
        item.map(shelf::price).orElse(words.of(Word.NOT_IN_BOOK)));
  }
}
