@NullMarked
package dev.tillbridge.it.architecture;

import org.jspecify.annotations.NullMarked;
