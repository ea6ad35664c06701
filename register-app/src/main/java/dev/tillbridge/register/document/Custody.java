package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.shared.SharedRecords;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What HQ did with documents of this lane while it could not be asked. */
final class Custody {

  private static final Logger log = LoggerFactory.getLogger(Custody.class);

  private Custody() {}

  /** What HQ says of a document that is open here, when it moved it on or ended it since. */
  static Optional<SharedRecord.OfDocument> movedByHq(
      Lane lane, SharedRecords shared, String number) {
    return lane.recorded()
        .open()
        .document(number)
        .flatMap(own -> shared.document(number).filter(told -> moved(lane, own, told)));
  }

  private static boolean moved(Lane lane, Document own, SharedRecord.OfDocument told) {
    return told.document().revision() > own.revision()
        && (!told.at().equals(lane.view().lane()) || !told.document().isOpen());
  }

  static Refusal refusal(SharedRecord.OfDocument moved) {
    Document document = moved.document();
    return document.isOpen() || document.state() == DocumentState.HANDED_OVER
        ? new DocumentRefusal.GivenAway(document.number(), moved.at())
        : new DocumentRefusal.EndedElsewhere(document.number(), moved.at(), document.state());
  }

  /** Lets go of what HQ gave to others, as far as that can be recorded now. */
  static void letGo(Lane lane, SharedRecords shared) {
    for (Document own : lane.recorded().open().documents()) {
      movedByHq(lane, shared, own.number())
          .filter(told -> !told.at().equals(lane.view().lane()))
          .filter(told -> own.revision() + 1 < told.document().revision())
          .ifPresent(told ->
              lane.carryOutUnasked(new LetGo(own.number(), told.at(), told.document().revision()))
                  .ifPresent(why -> log.info("Not let go of yet: {}", why.message())));
    }
  }
}
