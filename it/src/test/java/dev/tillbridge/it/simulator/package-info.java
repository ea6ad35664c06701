/** The simulator must pass with every rule of delivery and fail without any one of them. */
@NullMarked
package dev.tillbridge.it.simulator;

import org.jspecify.annotations.NullMarked;
