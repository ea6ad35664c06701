@NullMarked
package dev.tillbridge.hq.shared;

import org.jspecify.annotations.NullMarked;
