/** What the tests share: a lane that journals entries, and a real PostgreSQL. */
@NullMarked
package dev.tillbridge.hq.testing;

import org.jspecify.annotations.NullMarked;
