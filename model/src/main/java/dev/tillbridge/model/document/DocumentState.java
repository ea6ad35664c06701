package dev.tillbridge.model.document;

/** How far a document has come. */
public enum DocumentState {
  OPEN,
  /** A hold was recalled, a quote sold, an order or layaway handed over. */
  DONE,
  CANCELLED,
  /** Left to another lane, where it is open from now on. */
  HANDED_OVER
}
