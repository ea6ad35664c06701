package dev.tillbridge.hq.suspense;

import dev.tillbridge.model.delivery.StreamId;

/** What only a manager may do: say whose key is believed, and that a life of a register is over. */
public interface Trust {

  /** Believes this key for this life of a register, for ever; what waits for it is posted. */
  Outcome approve(StreamId stream, String key, Deed deed);

  /** Believes it no more than before; what it signed stays in suspense. */
  Outcome refuse(StreamId stream, String key, Deed deed);

  /**
   * Says that nothing more is to come from this life.
   *
   * @param lastSequence the last number it is known to have written
   */
  Outcome close(StreamId stream, long lastSequence, Deed deed);
}
