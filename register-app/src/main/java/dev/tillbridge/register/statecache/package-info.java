/**
 * The lane's folded state in MapDB, so that a start is fast.
 *
 * <p>Invariant: nothing here is the truth. A missing, damaged or outdated file costs a longer start
 * and nothing else.
 */
@NullMarked
package dev.tillbridge.register.statecache;

import org.jspecify.annotations.NullMarked;
