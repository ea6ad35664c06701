package dev.tillbridge.it.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A durable queue and the bridge that empties it: in order, at least once, all under way at once.
 */
final class Outbox {

  private static final class Slot {
    final Parcel parcel;
    boolean taken;

    Slot(Parcel parcel) {
      this.parcel = parcel;
    }
  }

  private final Line line;
  private final Consumer<Parcel> deliver;
  private final List<Slot> slots = new ArrayList<>();
  private int connection = -1;
  private int sent;

  Outbox(Line line, Consumer<Parcel> deliver) {
    this.line = line;
    this.deliver = deliver;
  }

  int waiting() {
    return slots.size();
  }

  void add(Parcel parcel) {
    slots.add(new Slot(parcel));
    pump();
  }

  /** Sends what was not sent on this connection. */
  void pump() {
    if (!line.open()) {
      return;
    }
    if (connection != line.connection()) {
      connection = line.connection();
      slots.removeIf(slot -> slot.taken);
      sent = 0;
    }
    while (sent < slots.size()) {
      Slot slot = slots.get(sent++);
      line.send(slot.parcel, deliver, () -> taken(slot));
    }
  }

  private void taken(Slot slot) {
    slot.taken = true;
    int done = 0;
    while (done < sent && slots.get(done).taken) {
      done++;
    }
    slots.subList(0, done).clear();
    sent -= done;
  }

  /** The process has stopped: what is not durable is gone. */
  void crash() {
    slots.removeIf(slot -> slot.taken || slot.parcel instanceof Parcel.Told);
    sent = 0;
    connection = -1;
  }

  /** What a copy of the disk holds. */
  List<Parcel> content() {
    return slots.stream().filter(slot -> !slot.taken).map(slot -> slot.parcel).toList();
  }

  /** The disk now holds this. */
  void replace(List<Parcel> content) {
    slots.clear();
    content.forEach(parcel -> slots.add(new Slot(parcel)));
    crash();
  }
}
