@NullMarked
package dev.tillbridge.register.favourites;

import org.jspecify.annotations.NullMarked;
