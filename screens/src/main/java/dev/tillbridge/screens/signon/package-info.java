/**
 * People signing on to a screen: who they are, their sessions, and what they must prove.
 *
 * <p>Invariant: no request changes anything without the CSRF token of its own session, no page but
 * the open ones is shown to somebody who has not signed on, and a wrong secret is never cheap to
 * try again.
 */
@NullMarked
package dev.tillbridge.screens.signon;

import org.jspecify.annotations.NullMarked;
