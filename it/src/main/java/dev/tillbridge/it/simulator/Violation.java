package dev.tillbridge.it.simulator;

/** A promise of the protocol was broken. */
final class Violation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message, null, false, false);
  }
}
