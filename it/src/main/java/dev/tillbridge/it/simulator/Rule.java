package dev.tillbridge.it.simulator;

/** Rules that can be switched off, to see that the simulator notices. */
public enum Rule {
  /** Entries leave a register only below HQ's watermark. */
  WATERMARK_BEFORE_PURGE,
  /** A watermark counts only when its chain head is the register's own. */
  HEAD_COMPARED,
  /** What HQ holds is not posted again. */
  IDEMPOTENCY,
  /** HQ asks for what it lacks. */
  REQUESTS_ASKED,
  /** Registers answer. */
  REQUESTS_ANSWERED,
  /** An idle register tells where its journal ends. */
  HEARTBEATS,
  /** Nothing is asked for again while its answer comes in. */
  PATIENT_ASKING,
  /** The store server compares all of HQ's watermarks with its own now and then. */
  RELAY_COMPARES,
  /** The neighbour keeps a copy until the watermark has passed it. */
  NEIGHBOUR_KEEPS,
  /** Recovery sends copies and keeps its own until the watermark has passed them. */
  RECOVERY_KEEPS,
  /** The receipt comes after the entry is on disk. */
  DURABLE_BEFORE_RECEIPT
}
