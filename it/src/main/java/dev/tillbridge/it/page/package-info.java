/**
 * The product's pages as people use them in a browser: the till with its panels and what stands on
 * its counter, and HQ.
 *
 * <p>Invariant: a step returns when the page shows that it was done, and fails when it does not
 * within the patience the browser was given.
 */
@NullMarked
package dev.tillbridge.it.page;

import org.jspecify.annotations.NullMarked;
