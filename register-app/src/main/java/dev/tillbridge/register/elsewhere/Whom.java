package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.identity.LaneId;

/** Who is asked. */
public sealed interface Whom {

  record Hq() implements Whom {
    @Override
    public String toString() {
      return "HQ";
    }
  }

  record Lane(LaneId lane) implements Whom {
    @Override
    public String toString() {
      return lane.toString();
    }
  }
}
