@NullMarked
package dev.tillbridge.hq.verify;

import org.jspecify.annotations.NullMarked;
