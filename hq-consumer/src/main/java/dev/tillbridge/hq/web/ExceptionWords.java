package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.Exceptional;
import dev.tillbridge.screens.words.MoneyWords;

/** What needs a human, in words: what it is, and what is being done or can be done. */
public final class ExceptionWords {

  private ExceptionWords() {}

  /** Why a message is in suspense. */
  public static String suspense(String kind) {
    return switch (kind) {
      case "UNREADABLE" -> "Cannot be read";
      case "BAD_SIGNATURE" -> "Bad signature";
      case "UNKNOWN_REGISTER" -> "Unknown register";
      case "KEY_NOT_ENROLLED" -> "Key not approved";
      case "OVERSIZED" -> "Too large";
      case "UNKNOWN_VERSION" -> "Newer version";
      case "UNPOSTABLE" -> "Does not add up";
      default -> kind;
    };
  }

  /** What an alarm is about. */
  public static String alarm(String kind) {
    return switch (kind) {
      case "CHAIN_BROKEN" -> "Chain broken";
      case "HEAD_DIFFERS" -> "Chain head differs";
      case "CHECKPOINT_DIFFERS" -> "Checkpoint differs";
      case "CLOCK_OFF" -> "Clock off";
      case "DISK_LOW" -> "Disk low";
      case "DISK_FULL" -> "Disk full";
      case "DECLARED_LOST" -> "Numbers declared lost";
      case "SENDS_AFTER_CLOSING" -> "Sends after closing";
      default -> kind;
    };
  }

  /** What is wrong with a document. */
  public static String document(String problem) {
    return switch (problem) {
      case "TWO_REVISIONS" -> "Changed twice, apart";
      case "ENDED_TWICE" -> "Ended twice";
      case "OVERDRAWN" -> "More given than paid";
      case "LEFT_OVER" -> "Ended with money on it";
      default -> problem;
    };
  }

  /** The same in a sentence. */
  public static String documentTold(String problem) {
    return switch (problem) {
      case "TWO_REVISIONS" ->
          "two entries say what it is under the same revision. Both are kept, and every payment"
              + " counts.";
      case "ENDED_TWICE" ->
          "it was handed over, recalled or cancelled more than once. Every ticket is posted.";
      case "OVERDRAWN" ->
          "more was handed over against deposits, or paid back, than was paid on it.";
      case "LEFT_OVER" -> "it is not open any more, and money paid on it is still held.";
      default -> problem;
    };
  }

  /** What does not fit together between registers. */
  public static String finding(String kind) {
    return switch (kind) {
      case "OVER_RETURNED" -> "More came back than was sold";
      case "OVER_REFUNDED" -> "More given back than was paid";
      case "OVER_TAXED" -> "More tax given back than was charged";
      case "TAX_DIFFERS" -> "Other tax given back than was charged";
      case "OVERDRAWN" -> "Redeemed more than was on it";
      default -> kind;
    };
  }

  /** The badge of a line. */
  public static String badge(Exceptional item) {
    return switch (item.kind()) {
      case SUSPENSE -> suspense(item.code());
      case ALARM -> alarm(item.code());
      case FINDING -> finding(item.code());
      case CONFLICT -> "Same number, other bytes";
      case GAP -> "Numbers missing";
      case KEY -> "Key to approve";
      case LIFE -> "Old life open";
      case CARD -> "Card declined afterwards";
      case DOCUMENT -> document(item.code());
    };
  }

  /** What it is, in a sentence. */
  public static String what(Exceptional item) {
    return switch (item.kind()) {
      case SUSPENSE, ALARM, CARD, FINDING -> BytesView.printable(MoneyWords.within(item.what()));
      case CONFLICT -> "The first is posted, the other is kept and posted nowhere.";
      case GAP, LIFE -> item.what() + ".";
      case KEY -> "Fingerprint " + item.what() + ".";
      case DOCUMENT -> BytesView.printable(item.what()) + ": " + documentTold(item.code());
    };
  }

  /** What is being done, or what somebody can do. */
  public static String doing(Exceptional item) {
    String resolution = item.resolution();
    if (resolution != null) {
      return ended(resolution);
    }
    return switch (item.kind()) {
      case SUSPENSE -> waits(item.code());
      case CONFLICT -> "Compare both and write down what happened";
      case GAP -> "HQ asks the register for them; if its disk is gone, a manager closes this life";
      case KEY -> "A manager compares the fingerprint with the register's and approves it";
      case LIFE -> "A manager closes it with its last known number";
      case ALARM -> "Look at it and write down what you found";
      case CARD -> "Ask the customer for the money and write down what came of it";
      case DOCUMENT -> "Compare its tickets, settle it with the customer, and write down how";
      case FINDING -> "Look at the tickets, speak with the stores, and write down what you found";
    };
  }

  private static String waits(String kind) {
    return switch (kind) {
      case "KEY_NOT_ENROLLED" -> "Posted by itself once a manager approves the key";
      case "UNKNOWN_REGISTER" -> "Add the register to HQ's settings, then try again; or release it";
      case "UNKNOWN_VERSION" -> "Update HQ, then try again";
      default -> "Try again, book it by hand, or release it";
    };
  }

  /** What became of it. */
  public static String ended(String resolution) {
    return switch (resolution) {
      case "POSTED" -> "Posted";
      case "DUPLICATE" -> "In the books already";
      case "CONFLICT" -> "Kept as a conflict";
      case "REPAIRED" -> "Booked by hand";
      case "RELEASED" -> "Released";
      case "SEEN" -> "Seen";
      case "CLEARED" -> "Cleared by itself";
      case "CLOSED" -> "Closed";
      case "ENROLLED" -> "Approved";
      case "REFUSED" -> "Refused";
      case "SUPERSEDED" -> "Another key is approved";
      default -> resolution;
    };
  }
}
