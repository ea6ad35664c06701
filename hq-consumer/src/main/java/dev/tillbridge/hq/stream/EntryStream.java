package dev.tillbridge.hq.stream;

import java.util.List;

/** One connection to the stream. For one thread. */
public interface EntryStream extends AutoCloseable {

  /** The next messages, at most some hundred; empty when none came for a moment. */
  List<byte[]> next();

  /** Lets the broker forget what {@link #next()} answered last. */
  void confirm();

  /** Gives back what was not confirmed. */
  @Override
  void close();

  /** Opens connections to the stream. */
  interface Source {

    /**
     * @throws StreamLost when there is no connection now
     */
    EntryStream open();
  }
}
