@NullMarked
package dev.tillbridge.register.screen;

import org.jspecify.annotations.NullMarked;
