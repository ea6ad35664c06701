/**
 * What people do about messages in suspense, conflicts and alarms: try again, book by hand,
 * release, remark.
 *
 * <p>Invariant: an action, its postings and its line in the audit trail are committed together,
 * once per form, and end a message once. Nothing is ever deleted.
 */
@NullMarked
package dev.tillbridge.hq.suspense;

import org.jspecify.annotations.NullMarked;
