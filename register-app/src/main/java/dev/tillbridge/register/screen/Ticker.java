package dev.tillbridge.register.screen;

import dev.tillbridge.screens.live.LiveUpdates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second at what changes without telling, and sends what reads differently. */
final class Ticker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
  private static final List<String> UNTOLD = List.of("status", "counter");

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("screen-ticker").factory());
  private final Map<String, Supplier<String>> parts;
  private final LiveUpdates updates;
  private final Runnable lookAround;
  private final Map<String, String> sent = new HashMap<>();

  private Ticker(Map<String, Supplier<String>> parts, LiveUpdates updates, Runnable lookAround) {
    this.parts = parts;
    this.updates = updates;
    this.lookAround = lookAround;
  }

  /**
   * @param lookAround what the lane wants done every second, whether a page is open or not
   */
  static Ticker start(
      Map<String, Supplier<String>> parts, LiveUpdates updates, Runnable lookAround) {
    Ticker ticker = new Ticker(parts, updates, lookAround);
    ticker.timer.scheduleWithFixedDelay(ticker::look, 1, 1, TimeUnit.SECONDS);
    return ticker;
  }

  private void look() {
    try {
      lookAround.run();
    } catch (RuntimeException e) {
      LOG.warn("The lane could not look around; it tries again in a second.", e);
    }
    if (updates.count() == 0) {
      return;
    }
    for (String name : UNTOLD) {
      Supplier<String> part = parts.get(name);
      if (part != null) {
        lookAt(name, part);
      }
    }
  }

  private void lookAt(String name, Supplier<String> part) {
    try {
      String html = part.get();
      if (!html.equals(sent.put(name, html))) {
        updates.changed(name);
      }
    } catch (RuntimeException e) {
      LOG.warn("The screen's {} could not be rendered; it is tried again in a second.", name, e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
