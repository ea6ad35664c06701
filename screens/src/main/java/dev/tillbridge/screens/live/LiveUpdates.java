package dev.tillbridge.screens.live;

import io.javalin.http.sse.SseClient;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The open pages of one screen. Thread-safe.
 *
 * <p>A part of the screen is rendered when it is sent, so ten changes while a page is slow become
 * one event with the newest state. At {@link #PAGES_MAX} open pages the oldest is let go; its
 * browser connects again by itself.
 */
public final class LiveUpdates implements AutoCloseable {

  static final int PAGES_MAX = 100;

  private final Map<String, Supplier<String>> parts;
  private final Deque<OpenPage> pages = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param parts event name to its current HTML
   */
  public LiveUpdates(Map<String, Supplier<String>> parts) {
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Keeps the page informed until it goes away; it is sent every part at once. */
  public void connect(SseClient client) {
    client.keepAlive();
    OpenPage page = new OpenPage(client, parts);
    client.onClose(() -> forget(page));
    OpenPage oldest = null;
    synchronized (pages) {
      if (closed) {
        oldest = page;
      } else {
        pages.addLast(page);
        if (pages.size() > PAGES_MAX) {
          oldest = pages.pollFirst();
        }
      }
    }
    if (oldest != null) {
      oldest.close();
    }
    parts.keySet().forEach(page::send);
    page.start();
  }

  /** Says that a part has changed. Returns at once. */
  public void changed(String part) {
    if (!parts.containsKey(part)) {
      throw new IllegalArgumentException("There is no part \"" + part + "\": " + parts.keySet());
    }
    open().forEach(page -> page.send(part));
  }

  /** Lets go of every open page; a browser that may still look connects again by itself. */
  public void disconnectAll() {
    open().forEach(OpenPage::close);
  }

  /** Number of open pages. */
  public int count() {
    return open().size();
  }

  @Override
  public void close() {
    synchronized (pages) {
      closed = true;
    }
    disconnectAll();
  }

  private List<OpenPage> open() {
    synchronized (pages) {
      return List.copyOf(pages);
    }
  }

  private void forget(OpenPage page) {
    synchronized (pages) {
      pages.remove(page);
    }
    page.close();
  }
}
