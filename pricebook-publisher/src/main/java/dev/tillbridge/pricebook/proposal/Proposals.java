package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.BookValue;
import java.io.IOException;
import java.util.List;

/** Takes what somebody wants published. */
public interface Proposals {

  /**
   * Keeps a proposal to publish these values over the published book.
   *
   * <p>{@code importing.Merge} puts the values over the published book: items replace all items;
   * tax categories, zones, embedded barcodes and the admin's promotions each replace all of their
   * kind, and kinds that are not given stay. Promotions that an import made of promotional prices
   * are a kind of their own. Items with a schedule are prices of a zone or a date only.
   *
   * @param book tax categories (none when the published ones stay), items, promotions, zones,
   *     embedded barcodes; no {@code Gone}
   * @param from what it was made from, for example the price list's file name
   * @param by who wants it
   */
  Proposed propose(List<BookValue> book, String from, String by) throws IOException;
}
