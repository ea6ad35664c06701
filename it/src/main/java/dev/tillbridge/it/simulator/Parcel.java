package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Heartbeat;

/** What travels up. */
sealed interface Parcel {

  /** An entry; stored durably wherever it arrives. */
  record Carried(Entry entry) implements Parcel {}

  /** A heartbeat; gone when a process that holds it stops. */
  record Told(Heartbeat heartbeat) implements Parcel {}
}
