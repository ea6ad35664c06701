package dev.tillbridge.pricebook.inspection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How prices are written.
 *
 * @param thousands the separator, or none
 * @param strip what stands around the digits
 */
record NumberGuess(String decimal, String thousands, Set<String> strip) {

  private static final Pattern AROUND =
      Pattern.compile("^([^0-9]*)([0-9].*?[0-9]|[0-9])([^0-9]*)$");
  private static final Pattern COMMA_LAST = Pattern.compile("[^,]*,[0-9]{1,2}");
  private static final Pattern POINT_LAST = Pattern.compile("[^.]*\\.[0-9]{1,2}");
  private static final Pattern GROUPS =
      Pattern.compile("[0-9]{1,3}(?<sign>[., \u00a0'])[0-9]{3}\\b.*");

  static NumberGuess of(Collection<String> cells) {
    int comma = 0;
    int point = 0;
    Set<String> strip = new TreeSet<>();
    for (String cell : cells) {
      Matcher around = AROUND.matcher(cell);
      if (around.matches()) {
        keep(strip, around.group(1));
        keep(strip, around.group(3));
        comma += COMMA_LAST.matcher(around.group(2)).matches() ? 1 : 0;
        point += POINT_LAST.matcher(around.group(2)).matches() ? 1 : 0;
      }
    }
    String decimal = comma > point ? "," : ".";
    return new NumberGuess(decimal, thousands(cells, decimal), strip);
  }

  private static String thousands(Collection<String> cells, String decimal) {
    for (String cell : cells) {
      Matcher around = AROUND.matcher(cell);
      if (around.matches()) {
        Matcher groups = GROUPS.matcher(around.group(2));
        if (groups.matches()
            && !groups.group("sign").equals(decimal)
            && around.group(2).contains(decimal)) {
          return groups.group("sign").replace('\u00a0', ' ');
        }
      }
    }
    return "none";
  }

  private static void keep(Set<String> strip, String text) {
    String bare = text.replace('\u00a0', ' ').strip();
    if (!bare.isEmpty() && !bare.equals("-")) {
      strip.add(bare);
    }
  }
}
