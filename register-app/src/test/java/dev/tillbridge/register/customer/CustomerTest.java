package dev.tillbridge.register.customer;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CustomerTest {

  private static final String LANTERN = "85123A"; // 2.55

  private final Shop shop = Shop.open();

  @Test
  void aNewCustomerIsRecordedAndOnTheTicket() {
    done(add("Ada Lovelace", "020 7946 0018", "ada@example.com", ""));
    shop.scan(LANTERN, "1");
    shop.lane.tenderExactCash();

    Ticket ticket = there(shop.lane.state().lastTicket());
    assertThat(there(ticket.customer()).id()).isEqualTo("S01-R01-C1");
    assertThat(there(ticket.customer()).name()).isEqualTo("Ada Lovelace");
    assertThat(known().getFirst().marketing()).isTrue();
  }

  @Test
  void whoIsKnownIsStillKnownAfterARestartAndTheNextGetsAnotherId() {
    done(add("Ada", "", "", ""));
    shop.restart();
    shop.lane.signOn("1001", "1234");
    done(add("Grace", "", "", ""));

    assertThat(known()).extracting(Customer::id).containsExactly("S01-R01-C1", "S01-R01-C2");
  }

  @Test
  void onANewDiskIdsGoOnAfterThoseHqKnows() {
    shop.delivery.hq(
        shop.journal.lane(), 0, 0, 0, new Watermark.LastNumbers(0, 41, 0), shop.clock.instant());

    done(add("Ada", "", "", ""));
    done(add("Grace", "", "", ""));

    assertThat(known()).extracting(Customer::id).containsExactly("S01-R01-C42", "S01-R01-C43");
  }

  @Test
  void withATaxReferenceNoTaxIsChargedAndWithoutTheCustomerItIsAgain() {
    done(add("Embassy", "", "", "EX-77"));
    shop.scan(LANTERN, "1");
    assertThat(shop.lane.view().ticket().tax()).isEqualTo(gbp("0.00"));
    assertThat(shop.lane.view().ticket().particulars().exemption()).isEqualTo("EX-77");

    done(shop.lane.carryOut(new ChooseCustomer(null)));

    assertThat(shop.lane.view().ticket().particulars().exemption()).isNull();
    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("2.55"));
    assertThat(shop.lane.view().ticket().tax().isPositive()).isTrue();
  }

  @Test
  void whatWasSoldWithoutTaxGoesBackWithoutItAndOnATicketOfItsOwn() {
    done(add("Embassy", "", "", "EX-77"));
    shop.scan(LANTERN, "1");
    shop.lane.tenderExactCash();
    Ticket sold = there(shop.lane.state().lastTicket());
    shop.scan(LANTERN, "1");
    Outcome mixed =
        shop.lane.carryOut(
            new BringBack(sold, new TreeMap<>(Map.of(1, BigDecimal.ONE)), "too small"));
    assertThat(((Outcome.Refused) mixed).refusal().message())
        .contains("tax exempt (EX-77) and this one is with tax");
    shop.lane.voidTicket();

    done(
        shop.lane.carryOut(
            new BringBack(sold, new TreeMap<>(Map.of(1, BigDecimal.ONE)), "too small")));
    shop.lane.tenderExactCash();

    assertThat(there(shop.lane.state().lastTicket()).total()).isEqualTo(sold.total().negated());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(add(" ", "", "", ""), CustomerRefusal.NoName.class);
    refused(add("Ada", "12", "", ""), CustomerRefusal.NoPhone.class);
    refused(add("Ada", "", "ada", ""), CustomerRefusal.NoEmail.class);
    refused(add("A".repeat(101), "", "", ""), Refusal.NotAllowed.class);
    refused(
        shop.lane.carryOut(new ChooseCustomer("S01-R01-C9")), CustomerRefusal.NotKnownHere.class);
    done(add("Ada", "+44 20 7946 0018", "", ""));
    assertThat(refused(add("A. L.", "0044 2079460018", "", ""), CustomerRefusal.KnownAlready.class))
        .extracting(Refusal::message)
        .asString()
        .startsWith("Ada (S01-R01-C1) has this phone number or email already");
    assertThat(known()).hasSize(1);
  }

  @Test
  void partsOfNamePhoneAndEmailAreFoundInAnyOrderWithoutAccents() {
    List<Customer> people =
        List.of(
            new Customer("C1", 1, "Željko Kovač", "01 234 5678", null, null, null, false),
            new Customer("C2", 1, "Ada Lovelace", null, "ada@example.com", null, null, false));

    assertThat(CustomerSearch.find(people, "kovac zel"))
        .extracting(Customer::id)
        .containsExactly("C1");
    assertThat(CustomerSearch.find(people, "012345"))
        .extracting(Customer::id)
        .containsExactly("C1");
    assertThat(CustomerSearch.find(people, "EXAMPLE"))
        .extracting(Customer::id)
        .containsExactly("C2");
    assertThat(CustomerSearch.find(people, ""))
        .extracting(Customer::id)
        .containsExactly("C2", "C1");
    assertThat(CustomerSearch.find(people, "nobody")).isEmpty();
  }

  private List<Customer> known() {
    return shop.lane.state().open().customers();
  }

  private Outcome add(String name, String phone, String email, String tax) {
    return shop.lane.carryOut(new AddCustomer(new CustomerForm(name, phone, email, "", tax, true)));
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static Refusal refused(Outcome outcome, Class<? extends Refusal> why) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal).isInstanceOf(why);
    return refusal;
  }
}
