package dev.tillbridge.register.screen;

import dev.tillbridge.register.search.Hits;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a search found, as it is shown.
 *
 * @param exact whether what was typed is itself a code in the price book
 * @param told how many there are, or what to do
 */
public record FoundItems(String query, boolean exact, String told, List<Item> items) {

  /** Items shown at a time; more words narrow them down. */
  static final int ITEMS_MAX = 20;

  /** One of them. */
  public record Item(int number, String code, String name, String price) {}

  static FoundItems of(String query, Hits hits, Shelf shelf, Words words) {
    return new FoundItems(
        query,
        !query.isEmpty() && shelf.item(query).isPresent(),
        told(query, hits, words),
        IntStream.range(0, hits.items().size())
            .mapToObj(i -> {
              var item = hits.items().get(i);
              return new Item(i, item.code(), item.name(), shelf.price(item));
            })
            .toList());
  }

  private static String told(String query, Hits hits, Words words) {
    if (!hits.ready()) {
      return words.of(Word.SEARCH_NOT_READY);
    }
    if (query.isEmpty()) {
      return words.of(Word.ASK_SEARCH_HINT);
    }
    return hits.items().isEmpty()
        ? words.of(Word.NOTHING_FOUND, query)
        : words.of(Word.FOUND, hits.items().size(), hits.total());
  }
}
