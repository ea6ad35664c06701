package dev.tillbridge.register.training;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.words.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {

  private final Shop shop = Shop.open();

  private void train() {
    assertThat(shop.lane.beginTraining()).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.openDrawer(gbp("20.00"))).isInstanceOf(Outcome.Done.class);
  }

  private static String said(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.refusal().message() : "done";
  }

  @Test
  void aPracticeTicketHasANumberOfItsOwnAndIsNotInTheJournal() {
    train();

    shop.scan("71053", "2");
    shop.lane.tenderCash(gbp("10.00"));

    assertThat(there(shop.lane.view().last()).number()).isEqualTo("S01-TRAINING-1");
    assertThat(shop.lane.view().training()).isTrue();
    assertThat(shop.lane.view().lane().toString()).isEqualTo("S01-R01");
    assertThat(shop.journal.entries()).hasSize(2);
  }

  @Test
  void beginAndEndAreNotedWithWho() {
    train();
    shop.lane.endTraining();

    var notes = shop.journal.entries().stream().skip(1).map(stored -> stored.entry()).toList();
    assertThat(notes).allMatch(entry -> entry.operator().equals("1001"));
    assertThat(notes)
        .extracting(entry -> ((Noted) entry.body()).what())
        .containsExactly(Noted.What.TRAINING_STARTED, Noted.What.TRAINING_ENDED);
  }

  @Test
  void guessingAPinIsInTheRegistersOwnJournalAlsoWhileTraining() {
    train();

    for (int i = 0; i < 3; i++) {
      shop.lane.approve("1002", "0000");
    }

    assertThat(shop.journal.entries().getLast().entry().body())
        .isInstanceOfSatisfying(
            Noted.class, noted -> assertThat(noted.what()).isEqualTo(Noted.What.LOCKED_OUT));
    assertThat(shop.lane.view().training()).isTrue();
  }

  @Test
  void everyPaperSaysTrainingAndTheDrawerStaysShut() {
    train();
    int kicks = shop.devices.kicks;
    shop.scan("71053", "1");
    shop.lane.tenderExactCash();
    shop.lane.closeDrawer(gbp("23.39"));
    shop.lane.close();

    assertThat(shop.devices.kicks).isEqualTo(kicks);
    assertThat(shop.devices.printed).hasSize(2).allSatisfy(TrainingTest::saysTraining);
    assertThat(shop.devices.shown).allMatch(text -> text.contains("TRAINING"));
  }

  private static void saysTraining(Receipt paper) {
    assertThat(paper.lines().getFirst()).contains("*** TRAINING");
    assertThat(paper.lines().getLast()).contains("*** TRAINING");
    assertThat(paper.code()).isNull();
  }

  @Test
  void papersAndTheDisplaySayItInTheStoresLanguage() {
    PracticeDevices croatian =
        new PracticeDevices(shop.devices, Words.in(Words.language("hr"), Words.formats("hr-HR")));

    croatian.print(new Receipt(List.of("Vino 4,50"), true));
    croatian.display("Vino", "UKUPNO 4,50");

    assertThat(shop.devices.printed.getLast().lines().getFirst().strip())
        .isEqualTo("*** VJEŽBA - NIJE RAČUN ***");
    assertThat(shop.devices.shown).contains("VJEŽBA|UKUPNO 4,50");
  }

  @Test
  void afterTheEndTheRealDrawerAndTicketsAreAsBefore() {
    var before = shop.lane.state();
    train();
    shop.scan("71053", "1");

    shop.lane.endTraining();

    assertThat(shop.lane.view().training()).isFalse();
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
    assertThat(shop.lane.state().session()).isEqualTo(before.session());
    assertThat(shop.lane.state().open()).isEqualTo(before.open());
    shop.scan("71053", "1");
    shop.lane.tenderExactCash();
    assertThat(there(shop.lane.view().last()).number()).isEqualTo("S01-R01-1");
  }

  @Test
  void anOpenTicketComesFirst() {
    shop.scan("71053", "1");

    assertThat(said(shop.lane.beginTraining())).contains("is open");
    assertThat(shop.lane.view().training()).isFalse();
  }

  @Test
  void nobodyTrainsUnknown() {
    shop.lane.signOff();

    assertThat(said(shop.lane.beginTraining())).contains("Nobody is signed on");
  }

  @Test
  void aClerkMayTrainAndAnotherMayGoOnHere() {
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");
    train();
    shop.lane.signOff();
    shop.lane.signOn("1001", "1234");

    shop.lane.endTraining();

    assertThat(there(shop.lane.view().operator()).id()).isEqualTo("1001");
    assertThat(shop.journal.entries().getLast().entry().operator()).isEqualTo("1001");
  }

  @Test
  void itIsNotBegunWhenTheJournalCannotNoteIt() {
    shop.journal.failNextAppend(dev.tillbridge.model.journal.InMemoryJournal.Fault.FULL);

    assertThat(shop.lane.beginTraining()).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().training()).isFalse();
  }

  @Test
  void aRestartIsReal() {
    train();
    shop.scan("71053", "1");

    shop.restart();

    assertThat(shop.lane.view().training()).isFalse();
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @Test
  void aCheckpointMeanwhileIsOfTheRealTill() {
    train();

    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out

    assertThat(shop.journal.entries()).hasSize(3);
    assertThat(there(shop.lane.recorded().session()).openingFloat()).isEqualTo(gbp("100.00"));
    assertThat(there(shop.lane.state().session()).openingFloat()).isEqualTo(gbp("20.00"));
  }

  @Test
  void hqsNumbersAreNotContinued() {
    shop.delivery.hq(shop.journal.lane(), 1, 1923, 44, shop.clock.instant());
    train();

    shop.scan("71053", "1");
    shop.lane.tenderExactCash();

    assertThat(there(shop.lane.view().last()).number()).isEqualTo("S01-TRAINING-1");
  }
}
