package dev.tillbridge.pricebook.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How barcodes are read and checked.
 *
 * @param separator characters that separate several barcodes in a cell; blanks always do
 * @param check what becomes of one with a wrong GS1 check digit or length
 * @param twice what becomes of one that two items have
 * @param padTo zeros are put before a number until it has so many digits; 0 for never
 */
public record BarcodeRules(String separator, Check check, Twice twice, int padTo) {

  /** What becomes of a barcode that no GS1 rule allows. */
  public enum Check {
    /** Its row is a bad row. */
    @JsonProperty("refuse")
    REFUSE,
    /** It is kept, and listed. */
    @JsonProperty("warn")
    WARN,
    /** Its item comes without it, and it is listed. */
    @JsonProperty("leave-out")
    LEAVE_OUT
  }

  /** What becomes of a barcode at two items; neither item gets it in any case. */
  public enum Twice {
    /** The second row is a bad row. */
    @JsonProperty("refuse")
    REFUSE,
    /** Both items stay, and it is listed. */
    @JsonProperty("leave-out")
    LEAVE_OUT
  }

  public BarcodeRules {
    separator = separator == null ? "|" : separator;
    check = check == null ? Check.REFUSE : check;
    twice = twice == null ? Twice.REFUSE : twice;
    Codes.requirePad(padTo);
    if (separator.isEmpty() || separator.chars().anyMatch(Character::isDigit)) {
      throw new IllegalArgumentException(
          "separator is one or more characters, no digits; got \"" + separator + "\".");
    }
  }

  /** Every barcode must be right. */
  public static BarcodeRules standard() {
    return new BarcodeRules("|", Check.REFUSE, Twice.REFUSE, 0);
  }

  /** The barcode as the book has it. */
  public String padded(String written) {
    return Codes.padded(written, padTo);
  }
}
