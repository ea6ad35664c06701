package dev.tillbridge.hq.ingest;

/** The database does not take the batch now; nothing of it is lost, try again. */
public final class BooksUnavailable extends RuntimeException {

  BooksUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
