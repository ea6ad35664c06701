package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.link.LinkStatus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A link that is as it is set. */
final class SwitchedLink implements Link {

  private final List<Consumer<LinkStatus>> listeners = new CopyOnWriteArrayList<>();
  private volatile LinkStatus status;

  SwitchedLink(Instant since) {
    status = new LinkStatus(true, since, "127.0.0.1:61617", 0);
  }

  void set(boolean up, Instant since, long waiting) {
    status = new LinkStatus(up, since, status.peer(), waiting);
    listeners.forEach(listener -> listener.accept(status));
  }

  @Override
  public LinkStatus status() {
    return status;
  }

  @Override
  public void onChange(Consumer<LinkStatus> listener) {
    listeners.add(listener);
  }
}
