/**
 * The web server every screen is served by.
 *
 * <p>Invariant: it listens only where it is told to, and no answer leaves it without the security
 * headers.
 */
@NullMarked
package dev.tillbridge.screens.web;

import org.jspecify.annotations.NullMarked;
