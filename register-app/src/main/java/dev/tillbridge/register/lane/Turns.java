package dev.tillbridge.register.lane;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets one change of a lane in at a time, in the order they came, and tells who listens. */
final class Turns {

  private final ReentrantLock turn = new ReentrantLock(true);
  private final List<Consumer<LaneView>> listeners = new CopyOnWriteArrayList<>();
  private final Supplier<LaneView> view;

  /**
   * @param view what the last change left behind
   */
  Turns(Supplier<LaneView> view) {
    this.view = view;
  }

  Lane.Listening tell(Consumer<LaneView> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Waits until it is this change's turn. */
  <T> T take(Supplier<T> change) {
    T result;
    turn.lock();
    try {
      result = change.get();
    } finally {
      turn.unlock();
    }
    LaneView now = view.get();
    listeners.forEach(listener -> tell(listener, now));
    return result;
  }

  /** Empty when another change is being made just now. */
  <T> Optional<T> takeIfFree(Supplier<T> change) {
    if (!turn.tryLock()) {
      return Optional.empty();
    }
    try {
      return Optional.of(take(change));
    } finally {
      turn.unlock();
    }
  }

  private void tell(Consumer<LaneView> listener, LaneView now) {
    try {
      listener.accept(now);
    } catch (RuntimeException e) {
      listeners.remove(listener); // a screen that went away must not fail a sale
    }
  }
}
