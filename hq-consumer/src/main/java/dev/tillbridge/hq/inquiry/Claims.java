package dev.tillbridge.hq.inquiry;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.document.KnownDocument;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Gives a document to a lane that did not reach the one that has it: to one lane, which records the
 * revision after the one it was given. What the other lane did meanwhile is shown when it comes.
 */
final class Claims {

  /** As posting does, so that of two about a document the second sees the first. */
  private static final String LOCK =
      "select 1 from pg_advisory_xact_lock(hashtextextended('document ' || ?, 0))";

  private static final String CLAIM =
      "insert into document_claim (number, revision, lane, claimed_at) values (?, ?, ?, ?)";

  private Claims() {}

  static Answer answer(Connection connection, LaneId lane, String number, Instant now)
      throws SQLException {
    Sql.row(connection, LOCK, row -> row.getInt(1), number);
    Optional<KnownDocument> found = KnownDocument.find(connection, number);
    if (found.isEmpty()) {
      return new Answer.NotKnown(number);
    }
    KnownDocument known = found.get();
    Document document = known.document();
    KnownDocument.Claim claim = known.claim();
    return switch (document.state()) {
      case DONE -> new Answer.No(number + " is done.");
      case CANCELLED -> new Answer.No(number + " was cancelled.");
      case OPEN, HANDED_OVER -> {
        if (claim != null && !claim.lane().equals(lane)) {
          yield new Answer.No(
              "%s was given to %s at %s."
                  .formatted(number, claim.lane(), claim.at().truncatedTo(ChronoUnit.SECONDS)));
        }
        if (claim == null && !document.isOpen() && !known.at().equals(lane)) {
          yield new Answer.No("%s is on its way to %s.".formatted(number, known.at()));
        }
        if (claim == null && document.isOpen() && !known.at().equals(lane)) {
          Sql.change(connection, CLAIM, number, document.revision(), lane.toString(), now);
        }
        yield new Answer.HandedOver(document);
      }
    };
  }
}
