@NullMarked
package dev.tillbridge.hq.prices;

import org.jspecify.annotations.NullMarked;
