/**
 * From one full book to the next: the rules of a book, the difference, the publish.
 *
 * <p>Invariant: a book that breaks a rule is refused as a whole; a version is published once.
 */
@NullMarked
package dev.tillbridge.pricebook.publication;

import org.jspecify.annotations.NullMarked;
