/** How a ticket is paid. */
@NullMarked
package dev.tillbridge.model.tender;

import org.jspecify.annotations.NullMarked;
