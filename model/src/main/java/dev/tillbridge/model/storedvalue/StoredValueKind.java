package dev.tillbridge.model.storedvalue;

/** Whose promise a stored value is. */
public enum StoredValueKind {
  /** Bought, to be given to somebody. */
  GIFT,
  /** Given for returned goods. */
  CREDIT
}
