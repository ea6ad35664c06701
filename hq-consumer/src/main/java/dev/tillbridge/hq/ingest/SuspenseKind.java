package dev.tillbridge.hq.ingest;

/** Why something is in suspense. */
public enum SuspenseKind {
  UNREADABLE,
  BAD_SIGNATURE,
  UNKNOWN_VERSION,
  UNPOSTABLE
}
