@NullMarked
package dev.tillbridge.hq.stream;

import org.jspecify.annotations.NullMarked;
