package dev.tillbridge.pricebook.terms;

import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import java.util.stream.Stream;

/** A barcode with a price or weight in it, as the file says it. */
record EmbeddedEntry(
    String prefix,
    EmbeddedBarcode.Carries carries,
    Integer length,
    Integer itemFrom,
    Integer itemDigits,
    Integer valueFrom,
    Integer valueDigits,
    Integer decimals) {

  EmbeddedEntry {
    if (prefix == null
        || carries == null
        || Stream.of(length, itemFrom, itemDigits, valueFrom, valueDigits, decimals)
            .anyMatch(number -> number == null)) {
      throw new IllegalArgumentException(
          "An embedded barcode needs prefix, carries (price or weight), length, item-from, item-digits, value-from, value-digits and decimals.");
    }
    EmbeddedBarcode checked =
        new EmbeddedBarcode(
            prefix, carries, length, itemFrom, itemDigits, valueFrom, valueDigits, decimals);
    prefix = checked.prefix();
  }

  EmbeddedBarcode embeddedBarcode() {
    return new EmbeddedBarcode(
        prefix, carries, length, itemFrom, itemDigits, valueFrom, valueDigits, decimals);
  }
}
