/**
 * The accountant's screen: pages, their fragments, and the same answers as JSON.
 *
 * <p>Invariant: nothing but {@code /health} and {@code /metrics} is shown to somebody who has not
 * signed on. Whatever changes something names a person with the right role and a note; what came
 * from outside is shown as text and never acts on the page.
 */
@NullMarked
package dev.tillbridge.hq.web;

import org.jspecify.annotations.NullMarked;
