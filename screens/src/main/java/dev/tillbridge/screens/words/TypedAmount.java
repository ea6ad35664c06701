package dev.tillbridge.screens.words;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as a person typed it: digits, with one comma or point before the decimals. Thousands
 * may stand apart by a blank. A comma or point that may stand for thousands is refused, never
 * guessed; where money has three decimals, a point stands before them.
 */
public sealed interface TypedAmount {

  record Understood(BigDecimal amount) implements TypedAmount {}

  /**
   * It is not one, or one of two.
   *
   * @param why a sentence with what to type instead
   */
  record Refused(String why) implements TypedAmount {}

  Pattern PLAIN =
      Pattern.compile("([-\u2212]?)(\\d{1,15}|\\d{1,3}(?: \\d{3}){1,4})(?:([.,])(\\d{1,15}))?");
  Pattern MARKED = Pattern.compile("[-\u2212]?\\d{1,15}(?:[.,]\\d{1,15}){2,5}");

  /** With or without its currency's sign; longer ones are no money. */
  static TypedAmount of(String typed, int decimals) {
    String text = typed.replaceAll("[\\s\u00a0\u202f]+", " ").replaceAll("[£€$]", "").strip();
    Matcher plain = PLAIN.matcher(text);
    if (!plain.matches()) {
      return MARKED.matcher(text).matches() ? severalMarks(typed, text, decimals) : none(typed);
    }
    String sign = plain.group(1).isEmpty() ? "" : "-";
    String whole = plain.group(2).replace(" ", "");
    String rest = plain.group(4);
    if (rest == null) {
      return new Understood(new BigDecimal(sign + whole));
    }
    if (rest.length() == 3
        && whole.length() <= 3
        && !whole.startsWith("0")
        && !(decimals == 3 && plain.group(3).equals("."))) {
      return new Refused(
          "“%s” can be read in two ways. Write %s%s, or %s."
              .formatted(
                  typed,
                  sign,
                  whole + rest,
                  shortest(rest).length() <= decimals
                      ? sign + whole + "." + shortest(rest)
                      : "an amount with at most " + decimals + " decimals"));
    }
    if (shortest(rest).length() > decimals) {
      return new Refused(
          "“%s” has more decimals than the %d there are. Nothing is rounded here."
              .formatted(typed, decimals));
    }
    return new Understood(new BigDecimal(sign + whole + "." + rest));
  }

  private static Refused none(String typed) {
    return new Refused("“%s” is not an amount. Write it like 12.50 or 12,50.".formatted(typed));
  }

  private static Refused severalMarks(String typed, String text, int decimals) {
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    String rest = text.substring(last + 1);
    String whole = text.substring(0, last).replaceAll("[.,]", "");
    return new Refused(
        "“%s” has more than one comma or point. Write it without those for thousands, like %s."
            .formatted(typed, rest.length() <= decimals ? whole + "." + rest : whole + rest));
  }

  private static String shortest(String decimals) {
    String cut = decimals.replaceAll("0+$", "");
    return cut.isEmpty() ? "0" : cut;
  }
}
