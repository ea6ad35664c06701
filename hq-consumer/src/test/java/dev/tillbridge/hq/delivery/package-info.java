@NullMarked
package dev.tillbridge.hq.delivery;

import org.jspecify.annotations.NullMarked;
