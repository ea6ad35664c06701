package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.Terms;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.register.pricing.RingingBook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mapdb.SortedTableMap;
import org.mapdb.volume.MappedFileVol;

/** A sealed book's file, mapped. Only what is no item is on the heap. */
final class MappedBook implements RingingBook, AutoCloseable {

  private final Seal seal;
  private final SortedTableMap<String, byte[]> map;
  private final Terms terms;
  private final TicketPricer pricer;
  private volatile boolean damaged;

  private MappedBook(Seal seal, SortedTableMap<String, byte[]> map, Terms terms) {
    this.seal = seal;
    this.map = map;
    this.terms = terms;
    this.pricer = new TicketPricer(this);
  }

  /** Maps a file whose bytes were verified; throws any runtime exception when it is no book. */
  static MappedBook open(Path file, Seal seal) {
    SortedTableMap<String, byte[]> map =
        SortedTableMap.open(
            MappedFileVol.FACTORY.makeVolume(file.toString(), true),
            new NodeKeys(),
            new NodeValues());
    try {
      return new MappedBook(seal, map, terms(seal, map));
    } catch (RuntimeException e) {
      map.close();
      throw e;
    }
  }

  private static Terms terms(Seal seal, SortedTableMap<String, byte[]> map) {
    if (map.sizeLong() != seal.entries()) {
      throw new IllegalStateException(
          "it has " + map.sizeLong() + " keys instead of " + seal.entries());
    }
    List<BookValue> values = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : map.entrySet()) {
      if (!BookKeys.isBarcode(entry.getKey()) && !BookKeys.isItem(entry.getKey())) {
        values.add(Wire.BOOK_VALUE.decode(entry.getValue()).orThrow());
      }
    }
    return new Terms(values);
  }

  @Override
  public Manifest manifest() {
    return seal.manifest();
  }

  long version() {
    return seal.manifest().version();
  }

  Seal seal() {
    return seal;
  }

  @Override
  public Terms terms() {
    return terms;
  }

  @Override
  public TicketPricer pricer() {
    return pricer;
  }

  @Override
  public Optional<BookValue.Item> item(String barcodeOrCode) {
    try {
      byte[] code = map.get(BookKeys.barcode(barcodeOrCode));
      byte[] value =
          map.get(
              BookKeys.item(
                  code == null ? barcodeOrCode : new String(code, StandardCharsets.UTF_8)));
      return value == null ? Optional.empty() : Optional.of(item(value));
    } catch (RuntimeException e) {
      damaged = true;
      throw new IllegalStateException(
          "The price of \"%s\" cannot be read: the file of price book version %d is damaged. It is being read again from the store; try again in some seconds."
              .formatted(barcodeOrCode, manifest().version()),
          e);
    }
  }

  @Override
  public Iterable<BookValue.Item> items() {
    return () ->
        map.subMap(BookKeys.item(""), BookKeys.AFTER_ITEMS).values().stream()
            .map(MappedBook::item)
            .iterator();
  }

  private static BookValue.Item item(byte[] value) {
    if (Wire.BOOK_VALUE.decode(value).orThrow() instanceof BookValue.Item item) {
      return item;
    }
    throw new IllegalStateException("not an item");
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
