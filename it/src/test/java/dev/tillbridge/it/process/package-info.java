@NullMarked
package dev.tillbridge.it.process;

import org.jspecify.annotations.NullMarked;
