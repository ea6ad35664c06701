@NullMarked
package dev.tillbridge.hq;

import org.jspecify.annotations.NullMarked;
