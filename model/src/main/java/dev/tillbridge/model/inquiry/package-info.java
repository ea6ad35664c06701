/**
 * What a lane asks elsewhere, and the answers: about a ticket, a stored value or a document that it
 * does not know itself.
 *
 * <p>Invariant: asking is never in the way of a sale; an inquiry that stays unanswered changes
 * nothing, and the same inquiry asked again has the same answer.
 */
@NullMarked
package dev.tillbridge.model.inquiry;

import org.jspecify.annotations.NullMarked;
