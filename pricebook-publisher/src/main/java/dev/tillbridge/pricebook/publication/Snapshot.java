package dev.tillbridge.pricebook.publication;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole published book.
 *
 * @param manifest null before the first publish
 * @param values without those that are gone, in ascending key order
 */
public record Snapshot(@Nullable Manifest manifest, List<BookValue> values) {

  /** 0 before the first publish. */
  public long version() {
    return manifest == null ? 0 : manifest.version();
  }
}
