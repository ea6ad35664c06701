package dev.tillbridge.register.drawer;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.TillCommand;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DrawerCommandsTest {

  private final Shop shop = Shop.open();

  @Test
  void cashThatMovesChangesWhatTheDrawerShouldHold() {
    done(new MoveCash(CashMovement.PAY_IN, gbp("50.00"), "Coins from the bank"));
    done(new MoveCash(CashMovement.PAY_OUT, gbp("12.40"), "Window cleaner"));
    done(new MoveCash(CashMovement.DROP, gbp("100.00"), "Too much in it"));

    DrawerSession session = there(shop.lane.state().session());
    assertThat(session.expectedCash()).isEqualTo(gbp("37.60"));
    assertThat(session.besides().payOuts()).isEqualTo(gbp("12.40"));
    assertThat(shop.journal.entries().getLast().entry().body())
        .isEqualTo(
            new DrawerEntry.CashMoved(1, CashMovement.DROP, gbp("100.00"), "Too much in it", null));
  }

  @Test
  void moreThanThereIsCannotBeTakenOut() {
    Refusal refusal = refused(new MoveCash(CashMovement.DROP, gbp("100.01"), "Safe"));

    assertThat(refusal).isInstanceOf(DrawerRefusal.NotSoMuchThere.class);
    assertThat(refusal.message()).contains("GBP 100.01").doesNotContain("100.00");
    assertThat(shop.journal.entries()).hasSize(1);
  }

  @Test
  void everyMovementAndEveryNoSaleHasItsReason() {
    assertThat(refused(new MoveCash(CashMovement.PAY_IN, gbp("5.00"), " ")))
        .isInstanceOf(DrawerRefusal.NoReason.class);
    assertThat(refused(new MoveCash(CashMovement.PAY_IN, gbp("0.00"), "x")))
        .isInstanceOf(DrawerRefusal.NoAmount.class);
    assertThat(refused(new OpenWithoutSale(""))).isInstanceOf(DrawerRefusal.NoReason.class);
    done(new OpenWithoutSale("Change for a fifty"));

    assertThat(there(shop.lane.state().session()).besides().openedWithoutSale()).isEqualTo(1);
  }

  @Test
  void aDrawerIsClosedByItsPieces() {
    shop.scan("71053", "1");
    shop.lane.tenderCash(gbp("5.00"));

    done(
        new CloseDrawer(
            List.of(new Pieces(gbp("50.00"), 2), new Pieces(gbp("1.00"), 3)),
            gbp("103.00"),
            List.of()));

    EntryBody.DrawerClosed closed =
        (EntryBody.DrawerClosed) shop.journal.entries().getLast().entry().body();
    assertThat(closed.count()).hasSize(2);
    assertThat(closed.overShort()).isEqualTo(gbp("-0.39"));
  }

  @Test
  void aSumThatIsNotThePiecesClosesNothing() {
    Refusal refusal =
        refused(new CloseDrawer(List.of(new Pieces(gbp("50.00"), 2)), gbp("101.00"), List.of()));

    assertThat(refusal).isInstanceOf(DrawerRefusal.CountIsNotTheSum.class);
    assertThat(shop.lane.state().session()).isNotNull();
  }

  @Test
  void foreignCashInTheDrawerIsCountedToo() {
    Money twentyEuro = Money.of(CurrencyUnit.EUR, 20);
    shop.scan("71053", "1");
    assertThat(
            shop.lane.carryOut(
                (TillCommand)
                    till ->
                        till.pay(
                            Tender.ForeignCash.of(
                                twentyEuro, new BigDecimal("0.85"), CurrencyUnit.GBP))))
        .isInstanceOf(Outcome.Done.class);

    assertThat(there(shop.lane.state().session()).expectedCash()).isEqualTo(gbp("86.39"));
    assertThat(refused(new CloseDrawer(gbp("86.39"))))
        .isInstanceOf(DrawerRefusal.ForeignNotCounted.class);
    done(new CloseDrawer(List.of(), gbp("86.39"), List.of(twentyEuro)));

    EntryBody.DrawerClosed closed =
        (EntryBody.DrawerClosed) shop.journal.entries().getLast().entry().body();
    assertThat(closed.foreign())
        .containsExactly(new EntryBody.ForeignCount(twentyEuro, twentyEuro, gbp("17.00")));
  }

  @Test
  void severalDrawersHaveSessionsOfTheirOwn() {
    shop.scan("71053", "1");
    shop.lane.tenderExactCash();
    done(new SetAside());
    shop.lane.openDrawer(gbp("20.00"));
    shop.scan("71053", "2");
    shop.lane.tenderExactCash();

    assertThat(there(shop.lane.state().session()).number()).isEqualTo(2);
    assertThat(there(shop.lane.state().session()).expectedCash()).isEqualTo(gbp("26.78"));
    assertThat(refused(new TakeUp(1))).isInstanceOf(DrawerRefusal.AnotherDrawerIn.class);
    done(new CloseDrawer(gbp("26.78")));
    assertThat(refused(new TakeUp(2))).isInstanceOf(DrawerRefusal.NoSuchDrawer.class);
    done(new TakeUp(1));

    assertThat(there(shop.lane.state().session()).expectedCash()).isEqualTo(gbp("103.39"));
    shop.restart();
    assertThat(there(shop.lane.state().session()).number()).isEqualTo(1);
    assertThat(shop.lane.state().open().aside()).isEmpty();
  }

  @Test
  void aSessionIsHandedOverToSomebodyWhoIsKnown() {
    assertThat(refused(new HandOver("9999", null))).isInstanceOf(DrawerRefusal.NoSuchPerson.class);
    done(new HandOver("1002", gbp("100.00")));

    assertThat(shop.lane.view().operator()).isNull();
    shop.lane.signOn("1002", "5678");
    assertThat(there(shop.lane.state().session()).number()).isEqualTo(1);
  }

  @Test
  void anOpenTicketKeepsItsDrawer() {
    shop.scan("71053", "1");

    for (TillCommand command :
        List.of(new SetAside(), new HandOver("1002", null), new CloseDrawer(gbp("100.00")))) {
      assertThat(refused(command)).isInstanceOf(Refusal.TicketInProgress.class);
    }
  }

  private void done(TillCommand command) {
    assertThat(shop.lane.carryOut(command)).isInstanceOf(Outcome.Done.class);
  }

  private Refusal refused(TillCommand command) {
    Outcome outcome = shop.lane.carryOut(command);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal();
  }
}
