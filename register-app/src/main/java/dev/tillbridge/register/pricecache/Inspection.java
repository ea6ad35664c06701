package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.Promotion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether values make up the book that a manifest seals, and can be rung. */
sealed interface Inspection {

  /**
   * They do.
   *
   * @param barcodes each barcode with the code of its item
   */
  record Sound(SortedMap<String, String> barcodes, int items) implements Inspection {}

  /** They do not; they must not be rung. */
  record Unsound(String reason) implements Inspection {}

  /** Reads all values once. */
  static Inspection of(Iterable<Map.Entry<String, byte[]>> values, Manifest manifest) {
    return new Reading(manifest).of(values);
  }

  /** One reading of all values. */
  final class Reading {

    private final Manifest manifest;
    private final BookHash hash = new BookHash();
    private final SortedMap<String, String> barcodes = new TreeMap<>();
    private final Set<String> rates = new HashSet<>();
    private final Map<String, String> itemByTaxCategory = new HashMap<>();
    private int items;

    private Reading(Manifest manifest) {
      this.manifest = manifest;
    }

    private Inspection of(Iterable<Map.Entry<String, byte[]>> values) {
      @Nullable String unreadable = null;
      for (Map.Entry<String, byte[]> entry : values) {
        hash.add(entry.getKey(), entry.getValue());
        String problem = take(Wire.BOOK_VALUE.decode(entry.getValue()));
        if (problem != null && unreadable == null) {
          unreadable = entry.getKey() + ": " + problem;
        }
      }
      if (hash.count() != manifest.count() || !hash.hex().equals(manifest.hash())) {
        return new Unsound(
            "the %,d values read are not the %,d that its manifest seals"
                .formatted(hash.count(), manifest.count()));
      }
      if (unreadable != null) {
        return new Unsound(unreadable);
      }
      return itemByTaxCategory.entrySet().stream()
          .filter(used -> !rates.contains(used.getKey()))
          .findFirst()
          .<Inspection>map(used ->
              new Unsound(
                  "item %s has the tax category %s, which has no rate"
                      .formatted(used.getValue(), used.getKey())))
          .orElseGet(() -> new Sound(barcodes, items));
    }

    private @Nullable String take(Decoded<BookValue> decoded) {
      return switch (decoded) {
        case Decoded.Read<BookValue>(BookValue.Item item) -> take(item);
        case Decoded.Read<BookValue>(BookValue.TaxCategory tax) -> {
          rates.add(tax.rate().category());
          yield null;
        }
        case Decoded.Read<BookValue>(BookValue.Zone zone) -> null;
        case Decoded.Read<BookValue>(EmbeddedBarcode barcode) -> null;
        case Decoded.Read<BookValue>(Promotion promotion) -> null;
        case Decoded.Read<BookValue>(BookValue.Gone gone) -> "a gone value among the living";
        case Decoded.UnknownVersion<BookValue>(int version, String reason) -> reason;
        case Decoded.Unreadable<BookValue>(String reason) -> reason;
      };
    }

    private @Nullable String take(BookValue.Item item) {
      items++;
      itemByTaxCategory.putIfAbsent(item.taxCategory(), item.code());
      for (String barcode : item.barcodes()) {
        String other = barcodes.put(barcode, item.code());
        if (other != null && !other.equals(item.code())) {
          return "its barcode " + barcode + " is also that of item " + other;
        }
      }
      return null;
    }
  }
}
