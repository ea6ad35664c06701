package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.util.List;

/** What came of a supplier's price list. */
public sealed interface ImportedList {

  /** What the file holds. */
  Counts counts();

  /** Every row that is wrong, the first 100,000 of them. */
  List<BadRow> badRows();

  /** What is odd and was dealt with as the mapping says. */
  List<BadRow> warnings();

  /**
   * Numbers of a list.
   *
   * @param rows read, the heading and blank ones not counted
   * @param items made of them
   * @param barcodes of all items
   * @param promotions made of promotional prices
   * @param promotionalOnly items that cost their promotional price, as no regular one is given
   * @param weighed items sold in fractions of a unit
   * @param withoutBarcode items without any
   * @param leftOut rows that are wrong
   * @param tolerated rows that may be wrong
   */
  record Counts(
      long rows,
      int items,
      long barcodes,
      int promotions,
      int promotionalOnly,
      int weighed,
      int withoutBarcode,
      long leftOut,
      long tolerated) {}

  /** Taken: tax categories where the mapping gives any, then items, then promotions. */
  record Taken(List<BookValue> values, Counts counts, List<BadRow> badRows, List<BadRow> warnings)
      implements ImportedList {}

  /** Too much is wrong; nothing of it counts. */
  record Refused(Counts counts, List<BadRow> badRows, List<BadRow> warnings)
      implements ImportedList {}
}
