package dev.tillbridge.hq.books;

import java.util.List;

/** How one ticket compares with the price book it claims. */
public record TicketPrices(State state, List<PriceFinding> findings) {

  /** How far the comparison has come. */
  public enum State {
    /** As the book says. */
    SAME,
    /** Not as the book says; see the findings. */
    DIFFERS,
    /** It could not be priced; the finding says why. */
    NOT_PRICED,
    /** It is compared within moments. */
    DUE,
    /** HQ does not have its version, or not whole. */
    WAITING
  }

  /** Those of one line. */
  public List<PriceFinding> of(int line) {
    return findings.stream().filter(finding -> finding.line() == line).toList();
  }
}
