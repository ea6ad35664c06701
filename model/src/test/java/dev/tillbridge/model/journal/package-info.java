/** The journal port's contract, its fake, and entries to try both with. */
@NullMarked
package dev.tillbridge.model.journal;

import org.jspecify.annotations.NullMarked;
