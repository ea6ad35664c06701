package dev.tillbridge.devices.acquirer;

/** How the acquirer meets a payment. */
public sealed interface Behaviour {

  /** Moves the whole amount. */
  record Approve() implements Behaviour {}

  /** Moves so many per cent of it, rounded down to the smallest coin. */
  record ApprovePart(int percent) implements Behaviour {
    public ApprovePart {
      if (percent < 1 || percent > 99) {
        throw new IllegalArgumentException("A part is 1 to 99 per cent; got " + percent + ".");
      }
    }
  }

  /** Moves nothing and says why, as in ISO 8583: 05, 51, 54, 61. */
  record Decline(String code) implements Behaviour {}

  /** Wants to be called first. */
  record Refer() implements Behaviour {}

  /** Never gets the request; the terminal waits in vain. */
  record LoseRequest() implements Behaviour {}

  /** Decides and moves the money, but its answer gets lost. */
  record LoseAnswer() implements Behaviour {}
}
