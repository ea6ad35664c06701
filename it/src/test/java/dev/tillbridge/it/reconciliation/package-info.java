@NullMarked
package dev.tillbridge.it.reconciliation;

import org.jspecify.annotations.NullMarked;
