/**
 * Books that are prepared, looked at and approved before they are published: on disk at HQ, one
 * folder each.
 *
 * <p>Invariant: a proposal is on disk whole or not at all, and takes each step once, whatever
 * process takes it.
 */
@NullMarked
package dev.tillbridge.pricebook.proposal;

import org.jspecify.annotations.NullMarked;
