@NullMarked
package dev.tillbridge.hq.books;

import org.jspecify.annotations.NullMarked;
