package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.PricedItem;
import dev.tillbridge.model.tax.TaxRate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;
import org.mapdb.volume.MappedFileVol;

/** A sealed book's file, mapped. Only the tax rates are on the heap. */
final class MappedBook implements PriceBook, AutoCloseable {

  private final Seal seal;
  private final SortedTableMap<String, byte[]> map;
  private final Map<String, TaxRate> rates = new HashMap<>();
  private volatile boolean damaged;

  private MappedBook(Seal seal, SortedTableMap<String, byte[]> map) {
    this.seal = seal;
    this.map = map;
  }

  /** Maps a file whose bytes were verified; throws any runtime exception when it is no book. */
  static MappedBook open(Path file, Seal seal) {
    SortedTableMap<String, byte[]> map =
        SortedTableMap.open(
            MappedFileVol.FACTORY.makeVolume(file.toString(), true),
            Serializer.STRING,
            Serializer.BYTE_ARRAY);
    MappedBook book = new MappedBook(seal, map);
    try {
      book.readRates();
    } catch (RuntimeException e) {
      map.close();
      throw e;
    }
    return book;
  }

  private void readRates() {
    if (map.sizeLong() != seal.entries()) {
      throw new IllegalStateException(
          "it has " + map.sizeLong() + " keys instead of " + seal.entries());
    }
    for (byte[] value : map.tailMap("tax:").values()) {
      if (Wire.BOOK_VALUE.decode(value).orThrow() instanceof BookValue.TaxCategory tax) {
        rates.put(tax.rate().category(), tax.rate());
      }
    }
  }

  @Override
  public Manifest manifest() {
    return seal.manifest();
  }

  Seal seal() {
    return seal;
  }

  @Override
  public Optional<PricedItem> find(String barcodeOrCode) {
    String wanted = barcodeOrCode.strip();
    try {
      byte[] code = map.get(BookKeys.barcode(wanted));
      byte[] value =
          map.get(BookKeys.item(code == null ? wanted : new String(code, StandardCharsets.UTF_8)));
      return value == null ? Optional.empty() : Optional.of(priced(value));
    } catch (RuntimeException e) {
      damaged = true;
      throw new IllegalStateException(
          "The price of \"%s\" cannot be read: the file of price book version %d is damaged. It is being read again from the store; try again in some seconds."
              .formatted(wanted, manifest().version()),
          e);
    }
  }

  private PricedItem priced(byte[] value) {
    if (Wire.BOOK_VALUE.decode(value).orThrow() instanceof BookValue.Item item
        && rates.get(item.taxCategory()) instanceof TaxRate rate) {
      return new PricedItem(item, rate);
    }
    throw new IllegalStateException("not an item, or its tax category has no rate");
  }

  /** Whether a lookup met something that a verified file cannot hold. */
  boolean isDamaged() {
    return damaged;
  }

  /** The topic's values in ascending key order, without the barcodes. */
  Iterable<Map.Entry<String, byte[]>> values() {
    return () ->
        map.entrySet().stream().filter(entry -> !BookKeys.isBarcode(entry.getKey())).iterator();
  }

  /** Nobody may be reading any more. */
  @Override
  public void close() {
    map.close();
  }
}
