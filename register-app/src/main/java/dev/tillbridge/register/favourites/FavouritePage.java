package dev.tillbridge.register.favourites;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of keys.
 *
 * @param title null when the page has no name of its own: what is sold most
 */
public record FavouritePage(@Nullable String title, List<Favourite> keys) {

  public FavouritePage {
    keys = List.copyOf(keys);
  }

  /**
   * A key.
   *
   * @param item its code in the price book
   * @param label null for the item's own name
   */
  public record Favourite(String item, @Nullable String label, Colour colour) {}
}
