@NullMarked
package dev.tillbridge.it.invoice;

import org.jspecify.annotations.NullMarked;
