@NullMarked
package dev.tillbridge.register.words;

import org.jspecify.annotations.NullMarked;
