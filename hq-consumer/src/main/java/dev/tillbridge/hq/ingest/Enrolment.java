package dev.tillbridge.hq.ingest;

/** How HQ comes to believe a register's key. */
public enum Enrolment {
  /** The first genuine key of each life of a register is believed. */
  AUTOMATIC,
  /** A person approves each key; until then its entries wait in suspense. */
  APPROVE
}
