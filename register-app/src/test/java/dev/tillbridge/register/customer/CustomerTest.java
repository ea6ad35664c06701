package dev.tillbridge.register.customer;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.returns.BringBack;
import dev.tillbridge.register.shared.HqTold;
import dev.tillbridge.register.shared.SharedFile;
import dev.tillbridge.register.shared.SharedRecords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CustomerTest {

  private static final String LANTERN = "85123A"; // 2.55

  private final Shop shop = Shop.open();
  private final HqTold hq = new HqTold();
  private final SharedRecords shared =
      new SharedRecords(shop.journal.lane(), hq, SharedFile.NONE, shop.clock);
  private final KnownCustomers customers = new KnownCustomers(shop.lane, shared);

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
    tell(1, new Customer("C1", 1, "Željko Kovač", "01 234 5678", null, null, null, false), "C1");
    tell(2, new Customer("C2", 1, "Ada Lovelace", null, "ada@example.com", null, null, false));

    assertThat(found("kovac zel")).containsExactly("C1");
    assertThat(found("012345")).containsExactly("C1");
    assertThat(found("EXAMPLE")).containsExactly("C2");
    assertThat(found("")).containsExactly("C2", "C1");
    assertThat(found("nobody")).isEmpty();
  }

  @Test
  void somebodyAnotherLaneRecordedIsFoundByAnyIdAndPutOnTheTicket() {
    tell(
        1,
        new Customer("S01-R02-C5", 3, "Ada Lovelace", null, null, "STAFF", null, false),
        "S01-R02-C5",
        "S02-R01-C1");

    assertThat(found("s02-r01-c1")).containsExactly("S01-R02-C5");
    done(shop.lane.carryOut(new ChooseCustomer("S02-R01-C1", customers)));
    assertThat(shop.lane.view().ticket().particulars().customer())
        .isEqualTo(new CustomerName("S01-R02-C5", "Ada Lovelace"));
  }

  @Test
  void aPersonIsOneRowAndWhatIsNewerCounts() {
    done(add("Ada", "020 7946 0018", "", ""));
    Customer own = known().getFirst();

    tell(1, new Customer(own.id(), 1, "Ada, as HQ had her", null, null, null, null, false));
    assertThat(customers.find("", 8))
        .extracting(Customer::name)
        .containsExactly("Ada, as HQ had her");

    done(edit(customers.known(own.id()).orElseThrow(), "Ada Lovelace"));
    assertThat(customers.find("", 8)).extracting(Customer::name).containsExactly("Ada Lovelace");

    tell(
        1,
        new Customer("S01-R02-C5", 4, "Ada King", null, null, null, null, false),
        "S01-R02-C5",
        own.id());
    assertThat(customers.find("", 8)).extracting(Customer::name).containsExactly("Ada King");
    assertThat(customers.known(own.id())).map(Customer::id).contains("S01-R02-C5");
  }

  @Test
  void whoWasJoinedToAnotherPersonIsNotShownTwice() {
    tell(1, new Customer("S01-R02-C5", 1, "Ada", null, null, null, null, false), "S01-R02-C5");
    hq.tell(
        new SharedRecord.OfCustomer(
            1, new Customer("S01-R02-C5", 1, "Ada", null, null, null, null, false), List.of()));
    tell(
        2,
        new Customer("S01-R03-C1", 1, "Ada", null, null, null, null, false),
        "S01-R03-C1",
        "S01-R02-C5");

    assertThat(found("ada")).containsExactly("S01-R03-C1");
    assertThat(customers.find("S01-R02-C5")).map(Customer::id).contains("S01-R03-C1");
  }

  @Test
  void aCustomerOfAnotherLaneIsChangedUnderTheSameIdAndOwnNumbersGoOn() {
    tell(1, new Customer("S01-R02-C5", 3, "Ada", null, null, "STAFF", "TX1", false));

    done(edit(customers.known("S01-R02-C5").orElseThrow(), "Ada Lovelace"));
    done(add("Bo", "", "", ""));

    assertThat(known())
        .contains(new Customer("S01-R02-C5", 4, "Ada Lovelace", null, null, "STAFF", "TX1", false))
        .extracting(Customer::id)
        .containsExactly("S01-R02-C5", "S01-R01-C1");
    refused(
        edit(new Customer("S01-R02-C5", 3, "Ada", null, null, null, null, false), "A"),
        CustomerRefusal.ChangedMeanwhile.class);
    refused(edit(customers.known("S01-R02-C5").orElseThrow(), " "), CustomerRefusal.NoName.class);
  }

  @Test
  void somebodyHqKnowsIsNotAddedAgain() {
    tell(1, new Customer("S01-R02-C5", 3, "Ada", "020 7946 0018", null, null, null, false));

    refused(
        shop.lane.carryOut(
            new AddCustomer(
                new CustomerForm("A. L.", "02079460018", "", "", "", false), customers)),
        CustomerRefusal.KnownAlready.class);
  }

  private Outcome edit(Customer before, String name) {
    return shop.lane.carryOut(
        new EditCustomer(before, new CustomerForm(name, "", "", "", "", false)));
  }

  private void tell(long number, Customer customer, String... ids) {
    hq.tell(
        new SharedRecord.OfCustomer(
            number, customer, ids.length == 0 ? List.of(customer.id()) : List.of(ids)));
    shared.read();
  }

  private List<String> found(String query) {
    return customers.find(query, CustomerSearch.SHOWN_MAX).stream().map(Customer::id).toList();
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
