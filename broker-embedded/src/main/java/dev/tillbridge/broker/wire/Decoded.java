package dev.tillbridge.broker.wire;

/** What came of reading bytes from the wire. */
public sealed interface Decoded<T> {

  /** They hold a value of a version we know, and it adds up. */
  record Read<T>(T value) implements Decoded<T> {}

  /** They were written by a newer program. */
  record UnknownVersion<T>(int version, String reason) implements Decoded<T> {}

  /** They are not JSON, lack a field or do not add up. */
  record Unreadable<T>(String reason) implements Decoded<T> {}

  /**
   * The value, for readers that cannot go on without it.
   *
   * @throws IllegalStateException with the reason when there is none
   */
  default T orThrow() {
    return switch (this) {
      case Read<T>(T value) -> value;
      case UnknownVersion<T>(int version, String reason) -> throw new IllegalStateException(reason);
      case Unreadable<T>(String reason) -> throw new IllegalStateException(reason);
    };
  }
}
