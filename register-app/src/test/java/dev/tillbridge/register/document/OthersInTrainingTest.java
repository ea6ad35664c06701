package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.lane.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lane that practises, and the others, who do not. */
class OthersInTrainingTest {

  private static final LaneId ONE = LaneId.parse("S01-R01");
  private static final LaneId TWO = LaneId.parse("S01-R02");

  private final Lanes lanes = new Lanes();
  private final Lanes.At one = lanes.add("S01-R01");
  private final Lanes.At two = lanes.add("S01-R02");

  private void train(Lanes.At at) {
    assertThat(at.lane().beginTraining()).isInstanceOf(Outcome.Done.class);
    at.lane().openDrawer(gbp("20.00"));
  }

  @Test
  void othersAreToldOfRealDocumentsAndNotOfPractisedOnes() {
    one.hold("Blue coat");
    train(one);
    one.hold("Practice coat");

    Answer answer = one.answers().apply(TWO, new Inquiry.OpenDocuments());

    assertThat(one.open()).extracting(Document::number).containsExactly("S01-TRAINING-D1");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Documents.class,
            documents ->
                assertThat(documents.documents())
                    .extracting(Document::number)
                    .containsExactly("S01-R01-D1"));
    assertThat(one.answers().apply(TWO, new Inquiry.TakeOver("S01-TRAINING-D1")))
        .isEqualTo(new Answer.NotKnown("S01-TRAINING-D1"));
  }

  @Test
  void aRealDocumentLeavesTheRegisterAlsoWhileSomebodyPractises() {
    one.hold("Blue coat");
    train(one);

    Outcome recalled = two.recall("S01-R01-D1");

    assertThat(recalled).isInstanceOf(Outcome.Done.class);
    assertThat(two.lane().view().ticket().lines()).hasSize(1);
    assertThat(one.lane().recorded().open().documents()).isEmpty();
    assertThat(one.shop.journal.entries().getLast().entry().body())
        .isInstanceOfSatisfying(
            DocumentRecorded.class,
            left -> {
              assertThat(left.document().state()).isEqualTo(DocumentState.HANDED_OVER);
              assertThat(left.to()).isEqualTo(TWO);
            });
    assertThat(one.lane().view().training()).isTrue();
  }

  @Test
  void whoPractisesIsOfferedNothingOfOthersAndAsksNobody() {
    two.hold("Blue coat");
    lanes.chain.cut(ONE, true); // so that neighbours would be asked
    train(one);
    int asked = lanes.chain.asked.size();

    one.desk.others().lookAround();
    Outcome recalled = one.recall("S01-R02-D1");

    assertThat(one.desk.others().find("")).isEmpty();
    assertThat(recalled)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(DocumentRefusal.NotOpen.class));
    assertThat(lanes.chain.asked).hasSize(asked);
    assertThat(two.open()).hasSize(1);

    one.lane().endTraining();
    one.desk.others().lookAround();

    assertThat(one.desk.others().find("")).hasSize(1);
    assertThat(one.recall("S01-R02-D1")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whatHqGaveAwayIsLetGoOfInTheRealJournal() {
    one.hold("Blue coat");
    Document own = one.open().getFirst();
    train(one);
    Document taken = own.in(DocumentState.HANDED_OVER).in(DocumentState.OPEN);
    lanes.hq.tell(new SharedRecord.OfDocument(taken, TWO));

    one.shared.read();

    assertThat(one.lane().recorded().open().documents()).isEmpty();
    assertThat(one.answers().apply(TWO, new Inquiry.OpenDocuments()))
        .isEqualTo(new Answer.Documents(List.of()));
  }
}
