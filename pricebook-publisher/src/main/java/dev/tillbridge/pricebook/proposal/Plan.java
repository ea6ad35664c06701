package dev.tillbridge.pricebook.proposal;

import java.time.Instant;
import java.util.List;

/**
 * When and for whom a proposal is to be published.
 *
 * @param stores that try it first, empty for all
 */
public record Plan(Instant at, List<String> stores, String by) {

  public Plan {
    stores = stores == null ? List.of() : List.copyOf(stores);
  }
}
