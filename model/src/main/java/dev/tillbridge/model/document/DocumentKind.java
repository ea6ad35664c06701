package dev.tillbridge.model.document;

/** What lives over several tickets. */
public enum DocumentKind {
  /** A ticket put aside, to go on with at any lane. */
  HOLD,
  /** Prices promised until a day. */
  QUOTE,
  /** Goods to be picked up later; a deposit may be paid. */
  ORDER,
  /** Goods kept for the customer and paid in parts. */
  LAYAWAY
}
