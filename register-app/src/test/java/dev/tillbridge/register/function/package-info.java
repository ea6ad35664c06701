@NullMarked
package dev.tillbridge.register.function;

import org.jspecify.annotations.NullMarked;
