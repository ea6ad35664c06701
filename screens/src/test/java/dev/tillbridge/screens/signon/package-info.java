@NullMarked
package dev.tillbridge.screens.signon;

import org.jspecify.annotations.NullMarked;
