package dev.tillbridge.register.pricecache;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.pricebook.Manifest;
import java.util.Objects;

/**
 * Stands beside a book's file and says that it is whole.
 *
 * @param generation rises with each book written here, while a version may fall when HQ is restored
 * @param sha256 of the file's bytes, lower-case hex
 * @param bytes the file's length
 * @param entries keys in the file, barcodes included
 * @param items items among them
 */
@JsonPropertyOrder({"generation", "sha256", "bytes", "entries", "items", "manifest"})
record Seal(
    long generation, String sha256, long bytes, long entries, int items, Manifest manifest) {

  Seal {
    Objects.requireNonNull(sha256, "sha256 is missing");
    Objects.requireNonNull(manifest, "manifest is missing");
  }

  /** Name of the book's files without their endings. */
  String fileName() {
    return "prices-" + manifest.version() + "-" + generation;
  }
}
