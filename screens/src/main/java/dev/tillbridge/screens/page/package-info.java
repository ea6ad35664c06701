/**
 * The frame all screens share: head, navigation, status slot, and a screen's own templates inside.
 *
 * <p>Invariant: one stylesheet, no inline script or style, and the session's CSRF token in every
 * page, so that one content security policy holds everywhere.
 */
@NullMarked
package dev.tillbridge.screens.page;

import org.jspecify.annotations.NullMarked;
