@NullMarked
package dev.tillbridge.it.link;

import org.jspecify.annotations.NullMarked;
