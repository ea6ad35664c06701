/**
 * Holds, quotes, orders and layaways: what a clerk does with them at this lane.
 *
 * <p>Invariant: a document begins with the entry that ends the ticket it was made of, and ends with
 * one entry, so it is recalled, sold or handed over once. What was agreed is not priced again; a
 * hold is. Money moves on tickets only: paid on a document it is a deposit until the ticket that
 * hands the goods over uses it, or the one that cancels the document gives it back.
 *
 * <p><b>Between lanes</b> custody moves and money does not: a document is open at one lane, and
 * only that lane changes it. The lane that has it records it as HANDED_OVER at the next revision
 * and to whom; the lane that takes it over records it OPEN at the one after. Between the two
 * entries it is nobody's to change: whoever lost the answer asks again and is given the same
 * document, after a restart and a checkpoint too, and everybody else is told who has it. Every
 * entry about a document and every ticket that pays on it is one revision, so no two lanes make the
 * same one, and a lane knows by the revision whether what it hears is older than what it knows.
 * What was taken over once is not taken over again by the same answer, also when it has ended
 * since.
 *
 * <p>A lane that cannot be asked cannot hand over. Then HQ gives the document away as it knows it,
 * at revision r: being left is r + 1, which is the missing lane's to record, and the taking lane
 * records r + 2. When the missing lane is back it hears so from HQ and does nothing more with the
 * document. If it still has revision r, it records r + 1 and lets go. If it changed the document
 * meanwhile, its r + 1 is the change, HQ lacks it, and its letting go would be r + 2, as the other
 * lane's taking over is: it records nothing, and HQ shows the document as changed at two lanes,
 * which is so. HQ has to count revisions as lanes do, a ticket that pays on the document being one.
 *
 * <p><b>Not guarded</b>: a lane that took a document over, ended it, and lost its disk before that
 * reached HQ or its neighbour does not know so in its next life. The lane that left it cannot tell
 * this from a lost answer and gives it again; HQ shows the document as ended twice only if the lost
 * entries turn up. That HQ has all it heard of the earlier life proves nothing, because the last
 * entries may have been lost untold. A guard would have the question, the entry that leaves the
 * document, and HQ's claim name the asking life, give it again to that life only, and to a later
 * one only by HQ once a manager has closed the earlier life.
 */
@NullMarked
package dev.tillbridge.register.document;

import org.jspecify.annotations.NullMarked;
