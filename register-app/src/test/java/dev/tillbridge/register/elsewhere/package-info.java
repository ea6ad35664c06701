@NullMarked
package dev.tillbridge.register.elsewhere;

import org.jspecify.annotations.NullMarked;
