/**
 * The fault drill: a whole chain of real processes, lanes that ring all the while, and faults from
 * a seeded schedule; at every quiet point everything is compared with everything.
 *
 * <p>Invariant: the drill repairs nothing by itself but what an operator would (links joined,
 * programs started again, room made on a disk); that the books come right is the product's doing.
 */
@NullMarked
package dev.tillbridge.it.drill;

import org.jspecify.annotations.NullMarked;
