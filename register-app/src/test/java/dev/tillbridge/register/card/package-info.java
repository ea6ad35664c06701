@NullMarked
package dev.tillbridge.register.card;

import org.jspecify.annotations.NullMarked;
