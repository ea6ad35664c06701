package dev.tillbridge.model.inquiry;

import dev.tillbridge.model.identity.LaneId;

/** Who is asked. */
public sealed interface Addressee {

  /** HQ, through the store server where there is one. */
  record Hq() implements Addressee {

    @Override
    public String toString() {
      return "HQ";
    }
  }

  /** A register: of the same store at its broker, or the one whose own broker is asked. */
  record Lane(LaneId lane) implements Addressee {

    @Override
    public String toString() {
      return lane.toString();
    }
  }
}
