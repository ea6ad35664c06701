package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.Gtin;
import dev.tillbridge.pricebook.mapping.BarcodeRules;
import dev.tillbridge.pricebook.mapping.BarcodeRules.Check;
import dev.tillbridge.pricebook.mapping.BarcodeRules.Twice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the barcodes of rows, checks them and remembers whose they are. */
final class Barcodes {

  private static final int CHARS_MAX = 48;
  private static final int PER_ITEM_MAX = 100;
  private static final Set<Integer> GTIN_LENGTHS = Set.of(8, 12, 13, 14);

  private final BarcodeRules rules;
  private final Problems problems;
  private final Pattern between;
  private final Map<String, Draft> owner = new HashMap<>();
  private final Map<String, Draft> shared = new LinkedHashMap<>();

  Barcodes(BarcodeRules rules, Problems problems) {
    this.rules = rules;
    this.problems = problems;
    this.between = Pattern.compile("(\\s|" + Pattern.quote(rules.separator()) + ")+");
  }

  /** Those of a row that an item with this code may have. */
  List<String> read(Row row, int place, String code) {
    String cell = row.cell(place);
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> kept = new ArrayList<>(1);
    for (String written : between.split(cell)) {
      String barcode = rules.padded(written);
      if (!barcode.isEmpty() && !kept.contains(barcode) && allowed(row, barcode)) {
        kept.add(barcode);
        lookForOther(row, barcode, code);
      }
    }
    return kept;
  }

  /** Gives them to the item. */
  void give(Draft draft, List<String> barcodes) {
    for (String barcode : barcodes) {
      if (owner.putIfAbsent(barcode, draft) == null) {
        draft.barcodes.add(barcode);
      }
    }
    if (draft.barcodes.size() > PER_ITEM_MAX) {
      problems.bad(
          draft.line, "barcodes", draft.barcodes.size() + " of them", "at most " + PER_ITEM_MAX);
      draft.contradictory = true;
    }
  }

  /** Takes away what two items claim, and refuses what is another item's code. */
  void settle(Map<String, Draft> byCode) {
    shared.forEach((barcode, first) -> first.barcodes.remove(barcode));
    owner.forEach((barcode, draft) -> {
      Draft other = byCode.get(barcode);
      if (other != null && other != draft) {
        problems.bad(
            draft.line,
            "barcodes",
            barcode,
            "this barcode is the code of another item on line " + other.line);
        draft.contradictory = true;
      }
    });
  }

  private boolean allowed(Row row, String barcode) {
    String reason = wrong(barcode);
    if (reason.isEmpty()) {
      return true;
    }
    if (barcode.length() > CHARS_MAX || rules.check() == Check.REFUSE) {
      problems.bad(row.line(), "barcodes", barcode, reason);
      return false;
    }
    boolean kept = rules.check() == Check.WARN;
    problems.warn(row.line(), "barcodes", barcode, reason + (kept ? "; kept" : "; left out"));
    return kept;
  }

  private static String wrong(String barcode) {
    if (!barcode.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "a barcode has digits only";
    }
    if (!GTIN_LENGTHS.contains(barcode.length())) {
      return "it has %d digits; a barcode has 8, 12, 13 or 14".formatted(barcode.length());
    }
    return Gtin.isValid(barcode)
        ? ""
        : "its check digit is wrong; it would be "
            + Gtin.checkDigit(barcode.substring(0, barcode.length() - 1));
  }

  private void lookForOther(Row row, String barcode, String code) {
    Draft other = owner.get(barcode);
    if (other == null || other.code.equals(code)) {
      return;
    }
    shared.put(barcode, other);
    String reason =
        "this barcode is already at item %s on line %d".formatted(other.code, other.line);
    if (rules.twice() == Twice.REFUSE) {
      problems.bad(row.line(), "barcodes", barcode, reason);
    } else {
      problems.warn(row.line(), "barcodes", barcode, reason + "; neither item gets it");
    }
  }
}
