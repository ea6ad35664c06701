package dev.tillbridge.model.card;

/** Who said yes to a card payment. */
public enum CardApproval {
  /** The acquirer, asked at once. */
  ONLINE,
  /** Nobody yet: under the floor limit, to be sent later. */
  OFFLINE,
  /** The acquirer by telephone, with a code. */
  VOICE
}
