package dev.tillbridge.hq.ingest;

/** Why something is in suspense. */
public enum SuspenseKind {
  /** Not JSON, not sealed, or without an id. */
  UNREADABLE,
  /** Changed since it was signed, or signed with another key than the register's. */
  BAD_SIGNATURE,
  /** The configuration names neither the register nor its store. */
  UNKNOWN_REGISTER,
  /** Nobody has approved the register's key yet. */
  KEY_NOT_ENROLLED,
  /** Larger than any entry may be. */
  OVERSIZED,
  /** Written by a newer program. */
  UNKNOWN_VERSION,
  /** It does not add up, or the database refuses it. */
  UNPOSTABLE
}
