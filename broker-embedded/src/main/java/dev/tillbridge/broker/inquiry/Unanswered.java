package dev.tillbridge.broker.inquiry;

/** Nobody answered; whether the question was heard is not known. Ask the same again any time. */
public final class Unanswered extends Exception {

  Unanswered(String message) {
    super(message);
  }
}
