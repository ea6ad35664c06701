package dev.tillbridge.model.pricebook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One complete, verified version of the book, as a lane reads it. Any thread may read. */
public interface PriceBook {

  /** What sealed it. */
  Manifest manifest();

  /** All of it but the items. */
  Terms terms();

  /** The item with this barcode, or else with this code; no embedded values are looked at. */
  Optional<BookValue.Item> item(String barcodeOrCode);

  /** What a scan means: an item, or an item with the price or weight its barcode carries. */
  default Optional<Found> find(String scanned) {
    String wanted = scanned.strip();
    Optional<Found> exact = item(wanted).map(item -> new Found(item, null));
    return exact.isPresent() ? exact : embedded(wanted);
  }

  private Optional<Found> embedded(String barcode) {
    return terms()
        .embedded(barcode)
        .flatMap(reading ->
            item(reading.itemDigits())
                .or(() -> item(reading.itemNumber()))
                .map(item -> new Found(item, reading)));
  }

  /**
   * An item, and what the barcode itself said of it.
   *
   * @param embedded null for an ordinary barcode or code
   */
  record Found(BookValue.Item item, EmbeddedBarcode.@Nullable Reading embedded) {}
}
