@NullMarked
package dev.tillbridge.screens.live;

import org.jspecify.annotations.NullMarked;
