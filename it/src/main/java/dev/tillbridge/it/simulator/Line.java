package dev.tillbridge.it.simulator;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The connection from one process to the one above. */
final class Line {

  final Node from;
  final Node to;
  private final World world;
  private boolean cut;
  private boolean deaf;
  private int connection;
  private long lastArrival;

  Line(World world, Node from, Node to) {
    this.world = world;
    this.from = from;
    this.to = to;
  }

  boolean open() {
    return !cut && from.running() && to.running();
  }

  /** Counts connections: what was under way when one broke is not acknowledged on the next. */
  int connection() {
    return connection;
  }

  void cut() {
    cut = true;
    connection++;
  }

  /** Everything still arrives, but no answer comes back. */
  void goDeaf() {
    deaf = true;
  }

  void heal() {
    if (cut || deaf) {
      cut = false;
      deaf = false;
      connection++;
    }
  }

  /** One of the two processes has stopped or started. */
  void reset() {
    connection++;
    lastArrival = 0;
  }

  /** Reads something above; nothing is handed on when the connection breaks on the way. */
  <T> void ask(Supplier<T> read, Consumer<T> use) {
    if (!open()) {
      return;
    }
    int asked = connection;
    world.in(
        world.weather.delay(),
        () -> {
          if (asked == connection && to.running() && !deaf) {
            T answer = read.get();
            world.in(
                world.weather.delay(),
                () -> {
                  if (asked == connection && from.running()) {
                    use.accept(answer);
                  }
                });
          }
        });
  }

  void send(Parcel parcel, Consumer<Parcel> deliver, Runnable acknowledged) {
    int sent = connection;
    long arrival = world.now() + world.weather.delay() + world.weather.extraDelay();
    if (!world.weather.reorders()) {
      arrival = Math.max(arrival, lastArrival);
    }
    lastArrival = Math.max(arrival, lastArrival);
    if (world.weather.loses()) {
      world.trace(() -> "  lost between " + this + ": " + parcel);
      world.at(arrival, () -> acknowledge(sent, acknowledged));
      return;
    }
    if (world.weather.doubles()) {
      world.at(arrival + world.weather.delay(), () -> arrive(sent, parcel, deliver, () -> {}));
    }
    world.at(arrival, () -> arrive(sent, parcel, deliver, acknowledged));
  }

  private void arrive(int sent, Parcel parcel, Consumer<Parcel> deliver, Runnable acknowledged) {
    if (!to.running() || (sent != connection && world.random.nextBoolean())) {
      return;
    }
    deliver.accept(parcel);
    if (sent == connection && !deaf) {
      world.in(world.weather.delay(), () -> acknowledge(sent, acknowledged));
    }
  }

  private void acknowledge(int sent, Runnable acknowledged) {
    if (sent == connection && !deaf && from.running()) {
      acknowledged.run();
    }
  }

  @Override
  public String toString() {
    return from.name() + " and " + to.name();
  }
}
