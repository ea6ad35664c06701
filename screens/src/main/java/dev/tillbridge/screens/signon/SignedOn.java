package dev.tillbridge.screens.signon;

/** What became of an attempt to sign on. */
public sealed interface SignedOn {

  /** The session is the person's now. */
  record As(Person person) implements SignedOn {}

  /** Nobody signed on; the message says why and what to do. */
  record Refused(String message) implements SignedOn {}
}
