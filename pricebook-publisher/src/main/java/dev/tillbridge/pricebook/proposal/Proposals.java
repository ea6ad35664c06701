package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.BookValue;
import java.io.IOException;
import java.util.List;

/** Takes what somebody wants published. */
public interface Proposals {

  /**
   * Keeps a proposal to publish these values over the published book.
   *
   * <p>The values are merged over the published book by {@code importing.Merge}: imported items
   * replace all items, and imported tax categories all tax categories; zones, embedded barcodes and
   * promotions stay unless a value with the same key is among the imported ones. Items whose
   * schedule is not empty are prices of a zone or a date only.
   *
   * @param book tax categories (none when the published ones stay), items, promotions, zones,
   *     embedded barcodes; no {@code Gone}
   * @param from what it was made from, for example the price list's file name
   * @param by who wants it
   */
  Proposed propose(List<BookValue> book, String from, String by) throws IOException;
}
