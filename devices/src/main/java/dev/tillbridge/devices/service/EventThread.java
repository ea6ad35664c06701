package dev.tillbridge.devices.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one service's events, one at a time, oldest first.
 *
 * <p>Frozen, it delivers nothing. Input events also wait for DataEventEnabled, which each delivery
 * clears; other events pass them meanwhile.
 */
public final class EventThread {

  private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);

  /** Waiting events; one more is dropped with a warning. */
  static final int EVENTS_WAITING_MAX = 1_000;

  private record Event(boolean input, Runnable delivery) {}

  private final Deque<Event> waiting = new ArrayDeque<>();
  private final Thread thread;
  private boolean frozen;
  private boolean inputEnabled;
  private boolean stopped;

  EventThread(String logicalName) {
    thread = Thread.ofPlatform().daemon().name(logicalName + " events").unstarted(this::deliver);
  }

  void start() {
    thread.start();
  }

  /** Ends after the event being delivered, if any; the waiting ones are dropped. */
  synchronized void stop() {
    stopped = true;
    waiting.clear();
    notifyAll();
  }

  public synchronized void add(Runnable delivery) {
    enqueue(new Event(false, delivery));
  }

  public synchronized void addInput(Runnable delivery) {
    enqueue(new Event(true, delivery));
  }

  public synchronized void setFrozen(boolean frozen) {
    this.frozen = frozen;
    notifyAll();
  }

  public synchronized boolean frozen() {
    return frozen;
  }

  public synchronized void setInputEnabled(boolean enabled) {
    inputEnabled = enabled;
    notifyAll();
  }

  public synchronized boolean inputEnabled() {
    return inputEnabled;
  }

  public synchronized int inputWaiting() {
    return (int) waiting.stream().filter(Event::input).count();
  }

  public synchronized void clearInput() {
    waiting.removeIf(Event::input);
  }

  synchronized void clear() {
    waiting.clear();
  }

  private void enqueue(Event event) {
    if (stopped) {
      return;
    }
    if (waiting.size() >= EVENTS_WAITING_MAX) {
      LOG.warn("{} events wait already; this one is dropped. Are events frozen?", waiting.size());
      return;
    }
    waiting.addLast(event);
    notifyAll();
  }

  private void deliver() {
    try {
      for (Event event = next(); event != null; event = next()) {
        deliver(event);
      }
    } catch (InterruptedException interrupted) {
      stop();
    }
  }

  private static void deliver(Event event) {
    try {
      event.delivery().run();
    } catch (RuntimeException e) {
      LOG.warn("A listener threw on an event; the next event is delivered all the same.", e);
    }
  }

  private synchronized @Nullable Event next() throws InterruptedException {
    while (!stopped) {
      Event event = frozen ? null : takeDeliverable();
      if (event != null) {
        inputEnabled = inputEnabled && !event.input();
        return event;
      }
      wait();
    }
    return null;
  }

  private @Nullable Event takeDeliverable() {
    for (Iterator<Event> events = waiting.iterator(); events.hasNext(); ) {
      Event event = events.next();
      if (!event.input() || inputEnabled) {
        events.remove();
        return event;
      }
    }
    return null;
  }
}
