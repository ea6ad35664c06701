package dev.tillbridge.register.training;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.customer.AddCustomer;
import dev.tillbridge.register.customer.CustomerForm;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.drawer.MoveCash;
import dev.tillbridge.register.drawer.OpenWithoutSale;
import dev.tillbridge.register.drawer.PrintReading;
import dev.tillbridge.register.drawer.SetAside;
import dev.tillbridge.register.drawer.TakeUp;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.offsite.EndOffsite;
import dev.tillbridge.register.offsite.StartOffsite;
import dev.tillbridge.register.storedvalue.SellStoredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trainings between random days of selling; a seed that fails is added to the list. */
class AnyTrainingTest {

  private static final int TRAININGS = 6;
  private static final int DEEDS = 60;

  private final Shop shop = Shop.open();
  private int practised;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 20261127})
  void theJournalHasTwoNotesAndNothingElseChanges(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < TRAININGS; i++) {
      sell(random);
      List<StoredEntry> journal = shop.journal.entries();
      var before = shop.lane.state();
      int kicks = shop.devices.kicks;
      long printed = realPapers();

      assertThat(shop.lane.beginTraining()).isInstanceOf(Outcome.Done.class);
      for (int deed = 0; deed < DEEDS; deed++) {
        deed(random);
        signOnAgain();
      }
      int checkpoints = random.nextInt(3) == 0 && shop.lane.checkpoint() ? 1 : 0;
      assertThat(shop.lane.endTraining()).isInstanceOf(Outcome.Done.class);

      List<EntryBody> more =
          shop.journal.entries().stream()
              .skip(journal.size())
              .map(stored -> stored.entry().body())
              .toList();
      assertThat(more).hasSize(2 + checkpoints);
      assertThat(more.stream().filter(Noted.class::isInstance).map(body -> ((Noted) body).what()))
          .containsExactly(Noted.What.TRAINING_STARTED, Noted.What.TRAINING_ENDED);
      assertThat(shop.lane.state().session()).isEqualTo(before.session());
      assertThat(shop.lane.state().open()).isEqualTo(before.open());
      assertThat(shop.lane.state().lastNumber()).isEqualTo(before.lastNumber());
      assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
      assertThat(shop.devices.kicks).isEqualTo(kicks);
      assertThat(realPapers()).isEqualTo(printed);
    }
    assertThat(practised).as("tickets practised").isGreaterThan(5);
  }

  /** Waits for the papers of real tickets, so that what comes later is of training. */
  private void sell(RandomGenerator random) {
    int tickets = 1 + random.nextInt(3);
    long before = realPapers();
    for (int i = 0; i < tickets; i++) {
      shop.scan("71053", "" + (1 + random.nextInt(5)));
      shop.lane.tenderExactCash();
    }
    await().until(() -> realPapers() == before + tickets);
  }

  private long realPapers() {
    return shop.devices.printed.stream()
        .filter(paper -> !paper.lines().getFirst().contains("TRAINING"))
        .count();
  }

  private void signOnAgain() {
    if (shop.lane.view().operator() == null) {
      shop.lane.signOn("1001", "1234");
    }
  }

  private void deed(RandomGenerator random) {
    Outcome done =
        switch (random.nextInt(22)) {
          case 0 -> shop.lane.openDrawer(gbp("20.00"));
          case 1 -> shop.lane.carryOut(new SetAside());
          case 2 -> shop.lane.carryOut(new TakeUp(1 + random.nextInt(3)));
          case 3 -> shop.lane.carryOut(new MoveCash(CashMovement.PAY_IN, gbp("5.00"), "Change"));
          case 4 -> shop.lane.carryOut(new OpenWithoutSale("Coins"));
          case 5 -> shop.lane.carryOut(new PrintReading());
          case 6 -> shop.lane.closeDrawer(gbp("50.00"));
          case 7 -> shop.lane.voidTicket();
          case 8 -> shop.lane.carryOut(Begin.hold(""));
          case 9 -> shop.lane.carryOut(new SellStoredValue(null, gbp("10.00")));
          case 10 -> shop.kind(random.nextBoolean() ? TicketKind.RETURN : TicketKind.SALE);
          case 11 ->
              shop.lane.discount(new Discount(null, BigDecimal.valueOf(5), null, "Goodwill"));
          case 12 -> shop.lane.signOff();
          case 13 -> shop.lane.carryOut(new PracticeCard(null));
          case 14 -> shop.lane.giveBack(1);
          case 15 ->
              shop.lane.carryOut(
                  new AddCustomer(new CustomerForm("Ada", "0123", "", "", "", false)));
          case 16 -> {
            LocalDate day = LocalDate.parse("2026-11-22");
            yield shop.lane.carryOut(new StartOffsite("Fair", "Park", day, day, "71053,,1.00"));
          }
          case 17 -> shop.lane.carryOut(new EndOffsite());
          case 18 -> shop.lane.reprint();
          default -> shop.scan("71053", "1");
        };
    assertThat(done.view().training()).isTrue();
    if (random.nextInt(3) == 0 && shop.lane.tenderExactCash() instanceof Outcome.Done) {
      practised++;
    }
  }
}
