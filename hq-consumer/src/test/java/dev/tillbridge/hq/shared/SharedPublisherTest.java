package dev.tillbridge.hq.shared;

import static dev.tillbridge.hq.testing.ShopEntries.customer;
import static dev.tillbridge.hq.testing.ShopEntries.customerWithCard;
import static dev.tillbridge.hq.testing.ShopEntries.gbp;
import static dev.tillbridge.hq.testing.ShopEntries.gift;
import static dev.tillbridge.hq.testing.ShopEntries.leftTo;
import static dev.tillbridge.hq.testing.ShopEntries.order;
import static dev.tillbridge.hq.testing.ShopEntries.paid;
import static dev.tillbridge.hq.testing.ShopEntries.pickedUp;
import static dev.tillbridge.hq.testing.ShopEntries.recorded;
import static dev.tillbridge.hq.testing.ShopEntries.redeemed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.shared.Shared;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.SetClock;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.shared.SharedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stepped by hand, against the real books. */
class SharedPublisherTest {

  private static final String ORDER = "S01-R01-D1";
  private static final String GIFT = "S01-R01-1G1-00";

  private final TestBooks books = new TestBooks();
  private final SetClock clock = new SetClock();
  private final TreeMap<String, Shared> topic = new TreeMap<>();
  private final List<Shared> told = new ArrayList<>();
  private final LaneTape one = new LaneTape("S01-R01");
  private final LaneTape two = new LaneTape("S01-R02");
  private boolean topicAway;
  private final SharedPublisher publisher = publisher(100);

  @AfterEach
  void close() {
    books.close();
  }

  private SharedPublisher publisher(int keysMax) {
    return new SharedPublisher(
        books.books(),
        () -> {
          TreeMap<String, Long> versions = new TreeMap<>();
          topic.forEach((key, shared) -> versions.put(key, shared.version()));
          return versions;
        },
        changed -> {
          if (topicAway) {
            throw new IllegalStateException("no broker");
          }
          told.addAll(changed);
          changed.forEach(shared -> topic.put(shared.what().key(), shared));
        },
        clock,
        keysMax);
  }

  @Test
  void documentIsToldWholeWithItsMoneyAndOnceMoreWhenItIsOver() {
    post(recorded(one, order(ORDER, 1, DocumentState.OPEN)));
    publisher.look();
    post(paid(one, ORDER, "2.00"));
    publisher.look();
    publisher.look();

    assertThat(told).hasSize(2);
    Document document = document().document();
    assertThat(document.lines()).hasSize(1);
    assertThat(document.revision()).isEqualTo(2);
    assertThat(document.paid()).isEqualTo(gbp("2.00"));
    assertThat(document().at()).isEqualTo(LaneId.parse("S01-R01"));

    post(pickedUp(one, ORDER, "2.00"));
    publisher.look();
    publisher.look();

    assertThat(told).hasSize(3);
    assertThat(document().document().state()).isEqualTo(DocumentState.DONE);
    assertThat(document().document().paid()).isEqualTo(gbp("0.00"));
    assertThat(told).extracting(Shared::version).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void documentThatBeganAndEndedBetweenTwoLooksIsNotTold() {
    post(recorded(one, order(ORDER, 1, DocumentState.OPEN)), pickedUp(one, ORDER, "0.00"));

    publisher.look();

    assertThat(told).isEmpty();
  }

  @Test
  void documentLeftToAnotherLaneIsToldAtThatLane() {
    post(recorded(one, order(ORDER, 1, DocumentState.OPEN)));
    publisher.look();
    post(leftTo(one, order(ORDER, 2, DocumentState.HANDED_OVER), two.lane()));
    publisher.look();
    assertThat(document().document().state()).isEqualTo(DocumentState.HANDED_OVER);
    assertThat(document().at()).isEqualTo(two.lane());

    post(recorded(two, order(ORDER, 3, DocumentState.OPEN)));
    publisher.look();

    assertThat(document().document().isOpen()).isTrue();
    assertThat(document().at()).isEqualTo(two.lane());
  }

  @Test
  void customersThatTurnOutToBeOneAreToldAsOneAndTheOtherAsGone() {
    post(
        customer(one, "S01-R01-C1", "Ada", "02079460018", null),
        customer(one, "S01-R01-C2", "Ada L", null, "ada@example.com"));
    publisher.look();
    assertThat(topic).hasSize(2);

    one.at(clock.instant());
    two.at(clock.instant());
    post(customer(two, "S01-R02-C1", "Ada Lovelace", "02079460018", "ada@example.com"));
    publisher.look();

    List<SharedRecord.OfCustomer> people =
        topic.values().stream()
            .map(shared -> (SharedRecord.OfCustomer) shared.what())
            .sorted((a, b) -> b.ids().size() - a.ids().size())
            .toList();
    assertThat(people).hasSize(2);
    assertThat(people.getFirst().ids())
        .containsExactlyInAnyOrder("S01-R02-C1", "S01-R01-C2", "S01-R01-C1")
        .startsWith("S01-R02-C1");
    assertThat(people.getFirst().customer().name()).isEqualTo("Ada Lovelace");
    assertThat(people.getLast().ids()).isEmpty();
    assertThat(people.getLast().customer().name()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aCardIsToldWithItsCustomerAndTheOneWhoLostItIsToldSo() {
    Instant ten = Instant.parse("2026-11-20T10:00:00Z");
    post(customerWithCard(one, "S01-R01-C1", "Ada", "9811000000000018", ten));
    publisher.look();
    assertThat(person("S01-R01-C1").card()).isEqualTo(new CustomerCard("9811000000000018", ten));

    post(customerWithCard(two, "S01-R02-C1", "Bo", "9811000000000018", ten.plusSeconds(60)));
    publisher.look();

    assertThat(person("S01-R02-C1").cardNumber()).contains("9811000000000018");
    assertThat(person("S01-R01-C1").card()).isEqualTo(new CustomerCard(null, ten.plusSeconds(60)));
  }

  private Customer person(String id) {
    return topic.values().stream()
        .map(shared -> ((SharedRecord.OfCustomer) shared.what()).customer())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsLeftOnAStoredValueIsTold() {
    post(gift(one, GIFT, "10.00"));
    publisher.look();
    post(redeemed(two, GIFT));
    publisher.look();

    assertThat(told)
        .extracting(shared -> ((SharedRecord.OfStoredValue) shared.what()).left())
        .containsExactly(gbp("10.00"), gbp("7.45"));
  }

  @Test
  void whatCouldNotBeToldIsToldAsSoonAsTheBrokerIsBack() {
    post(gift(one, GIFT, "10.00"));
    topicAway = true;
    assertThatThrownBy(publisher::look).hasMessage("no broker");
    assertThatThrownBy(publisher::look).hasMessage("no broker");
    topicAway = false;

    publisher.look();

    assertThat(told).hasSize(1);
    publisher.look();
    assertThat(told).hasSize(1);
  }

  @Test
  void startTellsNothingAgainUnlessTheTopicIsNotWhatWasTold() {
    post(gift(one, GIFT, "10.00"), recorded(one, order(ORDER, 1, DocumentState.OPEN)));
    publisher.look();
    post(pickedUp(one, ORDER, "0.00"));
    publisher.look();
    told.clear();

    publisher(100).look();
    assertThat(told).isEmpty();

    topic.clear();
    publisher(100).look();
    assertThat(told).extracting(shared -> shared.what().key()).containsExactly("value " + GIFT);
  }

  @Test
  void booksRestoredFromAnOlderCopyAreToldAboveAllThatWasEverTold() {
    post(gift(one, GIFT, "10.00"));
    publisher.look();
    long before = told.getLast().version();
    topic.put("value " + GIFT, new Shared(before + 5_000_000_000L, told.getLast().what()));
    books.administerHere("select setval('shared_version', 17)");

    publisher(100).look();

    assertThat(told.getLast().version()).isGreaterThan(before + 5_000_000_000L);
    assertThat(topic).hasSize(1);
  }

  @Test
  void moreKeysThanTheMostAreNotToldAndThoseToldGoOn() {
    SharedPublisher small = publisher(1);
    post(gift(one, GIFT, "10.00"));
    small.look();
    post(gift(one, "S01-R01-1G2-00", "20.00"), redeemed(two, GIFT));
    small.look();

    assertThat(topic.keySet()).containsExactly("value " + GIFT);
    assertThat(told).hasSize(2);
  }

  private SharedRecord.OfDocument document() {
    return (SharedRecord.OfDocument) Objects.requireNonNull(topic.get("document " + ORDER)).what();
  }

  private void post(byte[]... entries) {
    books.ingest().post(List.of(entries));
    assertThat(books.count("suspense")).isZero();
  }
}
