/**
 * Tillbridge's programs as processes of their own: started, waited for, killed, started again.
 *
 * <p>Invariant: no program outlives the process that started it, unless that one is killed
 * outright.
 */
@NullMarked
package dev.tillbridge.it.process;

import org.jspecify.annotations.NullMarked;
