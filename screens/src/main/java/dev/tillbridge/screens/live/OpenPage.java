package dev.tillbridge.screens.live;

import io.javalin.http.sse.SseClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connected page, written to by its own virtual thread. */
final class OpenPage {

  private static final Logger LOG = LoggerFactory.getLogger(OpenPage.class);

  /** A silent page is written to this often, to find out that it is gone. */
  private static final long KEEP_ALIVE_MILLIS = 10_000;

  /** Changes this close together are told at once: an answer that a person waits for goes first. */
  private static final long GATHERED_MILLIS = 80;

  private final SseClient client;
  private final Map<String, Supplier<String>> parts;
  private final Set<String> pending = new LinkedHashSet<>();
  private boolean closed;

  OpenPage(SseClient client, Map<String, Supplier<String>> parts) {
    this.client = client;
    this.parts = parts;
  }

  void start() {
    Thread.ofVirtual().name("live-page").start(this::write);
  }

  synchronized void send(String part) {
    pending.add(part);
    notifyAll();
  }

  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    client.close();
  }

  private void write() {
    try {
      for (List<String> due = next(); !isClosed(); due = next()) {
        if (due.isEmpty()) {
          client.sendComment("still here");
        }
        for (String part : due) {
          Supplier<String> html = parts.get(part);
          if (html != null) {
            client.sendEvent(part, html.get());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("A page went away; its browser connects again by itself.", e);
    } finally {
      close();
    }
  }

  private List<String> next() throws InterruptedException {
    synchronized (this) {
      if (pending.isEmpty() && !closed) {
        wait(KEEP_ALIVE_MILLIS);
      }
    }
    Thread.sleep(GATHERED_MILLIS);
    synchronized (this) {
      List<String> due = List.copyOf(pending);
      pending.clear();
      return due;
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }
}
