package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Watermark;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a register keeps for its neighbour, on its own disk. */
final class Copies {

  private final World world;
  private final Set<Entry> kept = new LinkedHashSet<>();
  private Object disk = new Object();

  Copies(World world) {
    this.world = world;
  }

  void arrive(Parcel parcel) {
    if (parcel instanceof Parcel.Carried(Entry entry)) {
      entry.neighbourDisk = disk;
      if (!world.rules.isOff(Rule.NEIGHBOUR_KEEPS)) {
        kept.add(entry);
      }
    }
  }

  boolean isOn(@Nullable Object thisDisk) {
    return disk.equals(thisDisk);
  }

  /** What HQ holds is kept no longer. */
  void drop(Topic topic) {
    for (Iterator<Entry> each = kept.iterator(); each.hasNext(); ) {
      Entry entry = each.next();
      Watermark hq = topic.of(entry.life.stream);
      if (hq != null && entry.sequence() <= hq.upTo()) {
        world.checks.dropped(entry);
        each.remove();
      }
    }
  }

  /** Sends what HQ may lack on the own way; it is kept until HQ says that it holds it. */
  void recover(Life lost, Outbox forward, int entriesMax) {
    List<Entry> moved = new ArrayList<>();
    for (Entry entry : kept) {
      if (entry.life == lost && moved.size() < entriesMax) {
        moved.add(entry);
      }
    }
    for (Entry entry : moved) {
      forward.add(new Parcel.Carried(entry));
      if (world.rules.isOff(Rule.RECOVERY_KEEPS)) {
        kept.remove(entry);
      }
      world.tally.recovered++;
    }
  }

  /** The disk was replaced by an empty one. */
  void clear() {
    kept.clear();
    disk = new Object();
  }
}
