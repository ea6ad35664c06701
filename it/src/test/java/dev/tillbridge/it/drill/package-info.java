/** The drill's own tests: its schedule, and a short drill with real processes. */
@NullMarked
package dev.tillbridge.it.drill;

import org.jspecify.annotations.NullMarked;
