@NullMarked
package dev.tillbridge.it.replay;

import org.jspecify.annotations.NullMarked;
