@NullMarked
package dev.tillbridge.hq.ingest;

import org.jspecify.annotations.NullMarked;
