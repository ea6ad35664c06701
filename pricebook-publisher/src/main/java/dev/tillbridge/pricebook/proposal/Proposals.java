package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;

/** Where prepared books go. */
public interface Proposals {

  /**
   * Makes a proposal of these values over the published book, put together by {@link
   * dev.tillbridge.pricebook.importing.ImportedBook}: a list of items replaces all items, tax
   * categories replace all tax categories, anything else stays unless a value with its key is here.
   *
   * @param book no {@code Gone} among it
   * @param from what it was made of, for example a file's name
   * @param by who proposes it
   */
  Proposed propose(List<BookValue> book, String from, String by);
}
