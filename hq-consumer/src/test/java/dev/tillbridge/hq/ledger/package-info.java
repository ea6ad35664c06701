@NullMarked
package dev.tillbridge.hq.ledger;

import org.jspecify.annotations.NullMarked;
