package dev.tillbridge.it.lane;

/** No answer came; whether the request was carried out is not known. */
public final class LaneGone extends Exception {

  LaneGone(String message, Throwable cause) {
    super(message, cause);
  }

  LaneGone(String message) {
    super(message);
  }
}
