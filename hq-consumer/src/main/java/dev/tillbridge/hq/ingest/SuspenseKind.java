package dev.tillbridge.hq.ingest;

/** Why something is in suspense. */
public enum SuspenseKind {
  UNREADABLE,
  UNKNOWN_VERSION,
  UNPOSTABLE
}
