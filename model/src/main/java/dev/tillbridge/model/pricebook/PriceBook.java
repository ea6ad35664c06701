package dev.tillbridge.model.pricebook;

import java.util.Optional;

/** One complete, verified version of the book, as a lane reads it. Any thread may read. */
public interface PriceBook {

  /** What sealed it. */
  Manifest manifest();

  /** The item with this barcode, or else with this code. */
  Optional<PricedItem> find(String barcodeOrCode);
}
