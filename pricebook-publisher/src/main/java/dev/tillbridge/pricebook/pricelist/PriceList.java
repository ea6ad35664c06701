package dev.tillbridge.pricebook.pricelist;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;

/** What came of reading a price list. */
public sealed interface PriceList {

  /** Every row is an item. */
  record Read(List<BookValue.Item> items) implements PriceList {

    public Read {
      items = List.copyOf(items);
    }
  }

  /** At least one row is wrong, so no row counts. */
  record Refused(List<BadRow> badRows) implements PriceList {

    public Refused {
      badRows = List.copyOf(badRows);
    }
  }
}
