@NullMarked
package dev.tillbridge.screens.words;

import org.jspecify.annotations.NullMarked;
