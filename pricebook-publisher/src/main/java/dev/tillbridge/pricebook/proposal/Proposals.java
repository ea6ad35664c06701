package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;

/** Where prepared books go. */
public interface Proposals {

  /**
   * Makes a proposal of a book. Of each kind of value (items, tax categories, zones, embedded
   * barcodes, promotions) that the book has, it is the whole of that kind; of a kind it does not
   * have, the published ones stay.
   *
   * @param from what it was made of, for example a file's name
   * @param by who proposes it
   */
  Proposed propose(List<BookValue> book, String from, String by);
}
