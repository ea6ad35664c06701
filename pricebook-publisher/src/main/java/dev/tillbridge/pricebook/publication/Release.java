package dev.tillbridge.pricebook.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom a book is published, by whom and why.
 *
 * @param by name of the person, for the manifest
 * @param note what it is in a few words, null for nothing special
 * @param stores ids of the stores that are to try it first, empty for all stores
 */
public record Release(String by, @Nullable String note, List<String> stores) {

  public Release {
    stores = List.copyOf(stores);
  }

  /** For all stores. */
  public static Release forAll(String by, @Nullable String note) {
    return new Release(by, note, List.of());
  }
}
