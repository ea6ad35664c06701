package dev.tillbridge.broker.link;

import java.util.function.Consumer;

/** The link from this broker to the one above it. Any thread may ask. */
public interface Link {

  /** State, peer and number waiting, now. */
  LinkStatus status();

  /** Calls the listener, on the link's own thread, each time the link goes up or down. */
  void onChange(Consumer<LinkStatus> listener);
}
