package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.pricelist.BadRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong, and which rows are left out for it. */
final class Problems {

  /** More are counted and not listed. */
  static final int LISTED_MAX = 100_000;

  private final List<BadRow> bad = new ArrayList<>();
  private final List<BadRow> warnings = new ArrayList<>();
  private final Set<Long> badLines = new HashSet<>();

  void bad(long line, String field, String value, String reason) {
    badLines.add(line);
    if (bad.size() < LISTED_MAX) {
      bad.add(new BadRow(line, field, value, reason));
    }
  }

  void warn(long line, String field, String value, String reason) {
    if (warnings.size() < LISTED_MAX) {
      warnings.add(new BadRow(line, field, value, reason));
    }
  }

  boolean isBad(long line) {
    return badLines.contains(line);
  }

  /** Number of rows with at least one problem. */
  int badRows() {
    return badLines.size();
  }

  List<BadRow> bad() {
    return Collections.unmodifiableList(bad);
  }

  List<BadRow> warnings() {
    return Collections.unmodifiableList(warnings);
  }
}
