package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.shared.SharedRecords;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What this lane answers when others ask for its documents. Any thread may ask; it waits for the
 * lane's turn and the disk.
 */
public final class DocumentAnswers implements BiFunction<LaneId, Inquiry, Answer> {

  private final Lane lane;
  private final SharedRecords shared;

  public DocumentAnswers(Lane lane, SharedRecords shared) {
    this.lane = lane;
    this.shared = shared;
  }

  /**
   * @param asker by the name its broker knows it under, never by what it says of itself
   */
  @Override
  public Answer apply(LaneId asker, Inquiry inquiry) {
    return switch (inquiry) {
      case Inquiry.OpenDocuments() -> documents();
      case Inquiry.TakeOver(String number) -> takeOver(number, asker);
      case Inquiry.OfTicket(String number) -> new Answer.NotKnown(number);
      case Inquiry.OfStoredValue value -> new Answer.NotKnown(value.number());
    };
  }

  private Answer documents() {
    List<Document> newest = lane.recorded().open().documents().reversed();
    return new Answer.Documents(newest.subList(0, Math.min(newest.size(), Answer.Documents.MAX)));
  }

  private Answer takeOver(String number, LaneId asker) {
    if (asker.equals(lane.view().lane())) {
      return new Answer.No(number + " is at this register itself.");
    }
    Optional<SharedRecord.OfDocument> moved = Custody.movedByHq(lane, shared, number);
    if (moved.isPresent() && !moved.get().at().equals(asker)) {
      return new Answer.No(Custody.refusal(moved.get()).message());
    }
    Optional<Refusal> refusal = lane.carryOutUnasked(new HandOver(number, asker));
    Optional<HandedOver> left = lane.recorded().open().handedOver(number);
    if (left.isPresent() && left.get().to().equals(asker)) {
      return new Answer.HandedOver(left.get().document());
    }
    return refusal.isEmpty() || refusal.get() instanceof DocumentRefusal.NotOpen
        ? new Answer.NotKnown(number)
        : new Answer.No(refusal.get().message());
  }
}
