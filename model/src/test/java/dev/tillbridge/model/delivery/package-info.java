/** The rules of delivery, one by one; the simulator in {@code it} runs them together. */
@NullMarked
package dev.tillbridge.model.delivery;

import org.jspecify.annotations.NullMarked;
