@NullMarked
package dev.tillbridge.register.document;

import org.jspecify.annotations.NullMarked;
