@NullMarked
package dev.tillbridge.register.search;

import org.jspecify.annotations.NullMarked;
