/**
 * A process's settings file: read once at start, refused with file, key, value and what is allowed.
 */
@NullMarked
package dev.tillbridge.model.configuration;

import org.jspecify.annotations.NullMarked;
