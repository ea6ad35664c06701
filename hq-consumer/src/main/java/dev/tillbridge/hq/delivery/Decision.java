package dev.tillbridge.hq.delivery;

/** What came of a manager's decision. */
public sealed interface Decision {

  /**
   * It stands.
   *
   * @param outcome in a sentence
   */
  record Done(String outcome) implements Decision {}

  /**
   * Nothing was changed.
   *
   * @param reason in a sentence, with the next step
   */
  record Refused(String reason) implements Decision {}
}
