/**
 * The register's own copy of the price book, in a mapped file.
 *
 * <p>Invariant: what is rung comes from one complete version whose hash equals its manifest's. A
 * file counts only with its seal beside it, written last; a version never changes once it is
 * sealed.
 */
@NullMarked
package dev.tillbridge.register.pricecache;

import org.jspecify.annotations.NullMarked;
