package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.Noted;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalTest {

  private final Shop shop = Shop.withClerk(new ShopBook(7));

  @Test
  void anotherPersonAllowsWhatTheClerkMayNotAndTheClerkGoesOn() {
    shop.scan("71053", "1");
    assertThat(refusalOf(shop.lane.overridePrice(1, gbp("1.00"), "Damaged")))
        .isInstanceOf(Refusal.DiscountTooHigh.class);

    assertThat(shop.lane.approve("1001", "1234")).isInstanceOf(Outcome.Done.class);

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("1.00"));
    assertThat(Shop.there(shop.lane.view().operator()).id()).isEqualTo("1002");
    List<Noted> notes = notes();
    assertThat(notes)
        .extracting(Noted::what)
        .containsExactly(Noted.What.REFUSED, Noted.What.OVERRIDDEN);
    assertThat(notes.getLast().approvedBy()).isEqualTo("1001");
    assertThat(shop.journal.entries().getLast().entry().operator()).isEqualTo("1002");
  }

  @Test
  void nobodyApprovesForThemselvesOrWithTheWrongPin() {
    shop.scan("71053", "1");
    shop.lane.overridePrice(1, gbp("1.00"), "Damaged");

    assertThat(refusalOf(shop.lane.approve("1002", "5678")))
        .isInstanceOf(Refusal.ApproveYourself.class);
    assertThat(refusalOf(shop.lane.approve("1001", "0000"))).isInstanceOf(Refusal.WrongPin.class);
    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("3.39"));
  }

  @Test
  void whatWasRefusedIsForgottenWithTheNextChange() {
    shop.scan("71053", "1");
    shop.lane.overridePrice(1, gbp("1.00"), "Damaged");
    shop.scan("71053", "1");

    assertThat(refusalOf(shop.lane.approve("1001", "1234")))
        .isInstanceOf(Refusal.NothingToApprove.class);
  }

  @Test
  void nothingIsAllowedOnATicketThatIsBeingPaid() {
    shop.scan("71053", "1");
    shop.lane.overridePrice(1, gbp("1.00"), "Damaged");
    shop.lane.tenderCash(gbp("2.00"));

    refusalOf(shop.lane.approve("1001", "1234"));

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("3.39"));
  }

  @Test
  void whatOneClerkWasRefusedIsNotAllowedToTheNext() {
    shop.scan("71053", "1");
    shop.lane.overridePrice(1, gbp("1.00"), "Damaged");
    shop.lane.signOn("1001", "1234");

    assertThat(refusalOf(shop.lane.approve("1001", "1234")))
        .isInstanceOf(Refusal.NothingToApprove.class);
  }

  @Test
  void guessingAPinIsInTheJournal() {
    for (int i = 0; i < 3; i++) {
      shop.lane.signOn("1001", "0000");
    }

    assertThat(notes()).extracting(Noted::what).containsExactly(Noted.What.LOCKED_OUT);
    assertThat(notes().getFirst().detail()).contains("1001").doesNotContain("0000");
  }

  private List<Noted> notes() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(Noted.class::isInstance)
        .map(Noted.class::cast)
        .toList();
  }

  private static Refusal refusalOf(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal();
  }
}
