package dev.tillbridge.model.pricebook;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A whole book in memory: for a preview, a check, a test. Immutable. */
public final class BookInMemory implements PriceBook {

  private final Manifest manifest;
  private final Terms terms;
  private final Map<String, BookValue.Item> byCode = new HashMap<>();
  private final Map<String, BookValue.Item> byBarcode = new HashMap<>();

  public BookInMemory(Manifest manifest, Collection<? extends BookValue> values) {
    this.manifest = manifest;
    this.terms = new Terms(values);
    for (BookValue value : values) {
      if (value instanceof BookValue.Item item) {
        byCode.put(item.code(), item);
        item.barcodes().forEach(barcode -> byBarcode.put(barcode, item));
      }
    }
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Terms terms() {
    return terms;
  }

  public Collection<BookValue.Item> items() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  @Override
  public Optional<BookValue.Item> item(String barcodeOrCode) {
    BookValue.Item item = byBarcode.get(barcodeOrCode);
    return Optional.ofNullable(item == null ? byCode.get(barcodeOrCode) : item);
  }
}
