package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.time.Duration;

/** A broker through which others can be asked. */
public interface Line {

  /** Whether the broker at its other end is reached now. Answers at once. */
  boolean isLinked();

  /**
   * Asks and waits. The same inquiry may be asked again after silence: it is done once.
   *
   * @param wait at most; the caller is held up for no longer
   * @throws Unanswered when nothing came in that time; it may have been done all the same
   */
  Answer ask(Addressee whom, Inquiry inquiry, Duration wait) throws Unanswered;

  /** No answer came. */
  final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    public Unanswered(String message) {
      super(message);
    }
  }
}
