package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.inquiry.Answer;

/** What came of asking. */
public sealed interface Reply {

  record Answered(Answer answer) implements Reply {}

  record Silent(Silence why) implements Reply {}

  /** Why there is no answer. */
  enum Silence {
    /** Nobody was asked: the link is down. */
    NOT_LINKED,
    /** It was asked, and no answer came in time. It may have been done all the same. */
    NO_ANSWER,
    /** Nobody was asked: no answer came several times, and it is asked again in a few seconds. */
    RESTING
  }
}
