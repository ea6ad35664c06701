package dev.tillbridge.register.pricecache;

/** Keys in a book's file: those of the topic, and barcodes pointing to item codes. */
final class BookKeys {

  private static final String BARCODE = "barcode:";
  private static final String ITEM = "item:";

  /** The least string that is greater than every item's key. */
  static final String AFTER_ITEMS = "item;";

  private BookKeys() {}

  static String item(String code) {
    return ITEM + code;
  }

  static String barcode(String barcode) {
    return BARCODE + barcode;
  }

  static boolean isItem(String key) {
    return key.startsWith(ITEM);
  }

  static boolean isBarcode(String key) {
    return key.startsWith(BARCODE);
  }
}
