/**
 * What the till can do, as the clerk finds it: by key, in the legend, in the menu.
 *
 * <p>Invariant: every function has one name, one group, and at most one key; no key has two
 * functions.
 *
 * <p>A new panel takes three lines beside its template {@code panel/NAME.jte}, which is given
 * {@code LaneView view} and {@code Words words}: one in {@link TillFunctions#ALL}, one in {@code
 * Word}, one in each {@code words.properties}. A form in it posts a command; when the command is
 * refused, the reason appears in the panel, when it is done, the panel closes. See
 * docs/developer.md.
 */
@NullMarked
package dev.tillbridge.register.function;

import org.jspecify.annotations.NullMarked;
