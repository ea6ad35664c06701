package dev.tillbridge.register.lane;

/** What became of a command. */
public sealed interface Outcome {

  /** The lane right after the command. */
  LaneView view();

  /** It was carried out. */
  record Done(LaneView view) implements Outcome {}

  /** Nothing was changed; the view's refusal has the message too. */
  record Refused(Refusal refusal, LaneView view) implements Outcome {}
}
