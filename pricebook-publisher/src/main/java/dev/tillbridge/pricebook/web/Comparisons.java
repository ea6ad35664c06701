package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.desk.Compared;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Proposal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The comparisons looked at last, so that turning a page does not compare whole books again. */
final class Comparisons {

  private static final int KEPT_MAX = 4;

  private final PriceDesk desk;
  private final Map<String, Compared> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compared> eldest) {
          return size() > KEPT_MAX;
        }
      };

  Comparisons(PriceDesk desk) {
    this.desk = desk;
  }

  Compared of(Proposal proposal) {
    Long version = proposal.version();
    if (version != null) {
      return of(version - 1, version);
    }
    long published = desk.books().forAll().map(Manifest::version).orElse(0L);
    return kept(
        "proposal %d on %d".formatted(proposal.number(), published),
        () -> desk.diff(proposal.number()));
  }

  Compared of(long was, long now) {
    return kept("%d to %d".formatted(was, now), () -> desk.diff(was, now));
  }

  private Compared kept(String key, Supplier<Compared> making) {
    synchronized (kept) {
      Compared found = kept.get(key);
      if (found == null) {
        found = making.get();
        kept.put(key, found);
      }
      return found;
    }
  }
}
