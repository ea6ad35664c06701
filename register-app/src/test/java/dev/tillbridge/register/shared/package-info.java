@NullMarked
package dev.tillbridge.register.shared;

import org.jspecify.annotations.NullMarked;
