package dev.tillbridge.hq.suspense;

/** What became of somebody's deed. */
public sealed interface Outcome {

  /** It is done, now or by an earlier click on the same form. */
  record Done(String words) implements Outcome {}

  /** Nothing was changed. */
  record Refused(String reason) implements Outcome {}
}
