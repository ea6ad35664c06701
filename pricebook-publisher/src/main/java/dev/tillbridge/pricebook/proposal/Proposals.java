package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;

/** Where prepared books go. */
public interface Proposals {

  /**
   * Makes a proposal of these values over the published book, put together by {@link
   * dev.tillbridge.pricebook.importing.ImportedBook}.
   *
   * @param book no {@code Gone} among it
   * @param from what it was made of, for example a file's name
   * @param by who proposes it
   */
  Proposed propose(List<BookValue> book, String from, String by);
}
