package dev.tillbridge.pricebook.terms;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.List;

/** A price zone as the file says it. */
record ZoneEntry(String code, String name, List<String> stores) {

  ZoneEntry {
    if (code == null || code.isBlank() || name == null || stores == null) {
      throw new IllegalArgumentException("A zone needs code, name and stores.");
    }
  }

  BookValue.Zone zone() {
    return new BookValue.Zone(code, name, stores);
  }
}
