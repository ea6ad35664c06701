package dev.tillbridge.register.ticket;

import java.util.Optional;

/** Keeps the open ticket through a power cut. Called by the lane's thread only. */
public interface OpenTicketStore {

  /**
   * Replaces what was saved; on disk when it returns.
   *
   * @throws NotSaved when the disk would not take it; what was saved before may still be there
   */
  void save(SavedTicket ticket);

  /** What was saved last, if anything; something unreadable is put aside and told in the log. */
  Optional<SavedTicket> load();

  /** Forgets what was saved; it may come back after a power cut, which the lane recognises. */
  void remove();

  /** The message gives the file and the reason. */
  final class NotSaved extends RuntimeException {
    public NotSaved(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
