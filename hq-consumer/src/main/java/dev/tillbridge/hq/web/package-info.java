/**
 * The accountant's screen: pages, their fragments, and the same answers as JSON.
 *
 * <p>Invariant: it only reads. Nothing but {@code /health} and {@code /metrics} is shown to
 * somebody who has not signed on.
 */
@NullMarked
package dev.tillbridge.hq.web;

import org.jspecify.annotations.NullMarked;
