package dev.tillbridge.hq.web;

import dev.tillbridge.hq.suspense.Remarks;
import dev.tillbridge.hq.suspense.SuspenseDesk;
import dev.tillbridge.hq.suspense.Trust;

/** Everything that can be done on the pages. */
public record Duties(SuspenseDesk suspense, Remarks remarks, Trust trust) {}
