@NullMarked
package dev.tillbridge.it.demo;

import org.jspecify.annotations.NullMarked;
