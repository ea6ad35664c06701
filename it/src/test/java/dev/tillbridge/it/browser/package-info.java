@NullMarked
package dev.tillbridge.it.browser;

import org.jspecify.annotations.NullMarked;
