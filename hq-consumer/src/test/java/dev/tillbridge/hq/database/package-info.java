@NullMarked
package dev.tillbridge.hq.database;

import org.jspecify.annotations.NullMarked;
