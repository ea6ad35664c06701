package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.identity.LaneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose entries are posted.
 *
 * @param known whether the configuration names this register or its store
 */
public record Admission(Predicate<LaneId> known, Enrolment enrolment) {

  /** The registers of these stores, and these registers. */
  public static Admission of(
      Collection<String> stores, Collection<LaneId> lanes, Enrolment enrolment) {
    Set<String> knownStores = Set.copyOf(stores);
    List<LaneId> knownLanes = List.copyOf(lanes);
    return new Admission(
        lane -> knownStores.contains(lane.store()) || knownLanes.contains(lane), enrolment);
  }

  /** Every register, its key believed at first sight. */
  public static Admission ofAll() {
    return new Admission(lane -> true, Enrolment.AUTOMATIC);
  }
}
