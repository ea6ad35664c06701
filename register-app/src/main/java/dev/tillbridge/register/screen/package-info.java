/**
 * The clerk's screen: pages, live updates and JSON over one lane.
 *
 * <p>Invariant: it is a view. Nothing about a sale is kept here or in the browser, so a reload, a
 * second screen or a killed browser loses nothing.
 */
@NullMarked
package dev.tillbridge.register.screen;

import org.jspecify.annotations.NullMarked;
