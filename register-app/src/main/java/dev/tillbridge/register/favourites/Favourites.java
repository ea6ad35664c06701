package dev.tillbridge.register.favourites;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.register.favourites.FavouritePage.Favourite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages to show. Any thread. */
public final class Favourites {

  /** Of what is sold most, so many items are shown. */
  static final int SOLD_MOST_MAX = 60;

  private static final List<Colour> COLOURS = List.of(Colour.values());

  private final @Nullable List<FavouritePage> fromFile;
  private final SoldMost soldMost;

  private Favourites(@Nullable List<FavouritePage> fromFile, SoldMost soldMost) {
    this.fromFile = fromFile;
    this.soldMost = soldMost;
  }

  public static Favourites of(List<FavouritePage> pages) {
    return new Favourites(List.copyOf(pages), new SoldMost());
  }

  public static Favourites of(SoldMost soldMost) {
    return new Favourites(null, soldMost);
  }

  /**
   * @param book finds an item by its code; what it does not find is not shown of what is sold most,
   *     and stays in the shop's own pages
   */
  public List<FavouritePage> pages(Function<String, Optional<BookValue.Item>> book) {
    return fromFile == null ? byCategory(book) : fromFile;
  }

  /** One page for each category, the one with the item sold most first. */
  private List<FavouritePage> byCategory(Function<String, Optional<BookValue.Item>> book) {
    Map<String, List<BookValue.Item>> categories = new LinkedHashMap<>();
    soldMost.top(SOLD_MOST_MAX).stream()
        .map(book)
        .flatMap(Optional::stream)
        .forEach(item ->
            categories
                .computeIfAbsent(
                    Objects.requireNonNullElse(item.category(), ""), c -> new ArrayList<>())
                .add(item));
    List<FavouritePage> pages = new ArrayList<>();
    for (Map.Entry<String, List<BookValue.Item>> category : categories.entrySet()) {
      if (pages.size() == FavouritesFile.PAGES_MAX) {
        break;
      }
      Colour colour = COLOURS.get(pages.size() % COLOURS.size());
      pages.add(
          new FavouritePage(
              category.getKey().isEmpty() ? null : category.getKey(),
              category.getValue().stream()
                  .map(item -> new Favourite(item.code(), null, colour))
                  .toList()));
    }
    return pages;
  }
}
