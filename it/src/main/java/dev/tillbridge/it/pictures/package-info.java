/**
 * The pictures of the guides: a clerk's work done at real registers in a real browser, step by step
 * in the words of the tasks, and photographed on the way.
 *
 * <p>Invariant: a picture is taken of what the product shows after the steps the guide describes;
 * nothing is drawn, and a step that cannot be done ends the program.
 */
@NullMarked
package dev.tillbridge.it.pictures;

import org.jspecify.annotations.NullMarked;
