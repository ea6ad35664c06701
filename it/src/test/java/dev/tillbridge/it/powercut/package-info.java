@NullMarked
package dev.tillbridge.it.powercut;

import org.jspecify.annotations.NullMarked;
