package dev.tillbridge.pricebook.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.pricebook.comparison.Change;
import dev.tillbridge.pricebook.proposal.ApprovalRule;
import dev.tillbridge.pricebook.proposal.Outcome;
import dev.tillbridge.pricebook.proposal.Proposal;
import dev.tillbridge.pricebook.proposal.ProposalState;
import dev.tillbridge.pricebook.proposal.Proposed;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.records.RecordsAway;
import dev.tillbridge.pricebook.records.RegisterBook;
import dev.tillbridge.pricebook.records.ShopRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceDeskTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final BookValue TAX =
      new BookValue.TaxCategory(
          "Standard", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE));
  private static final BookValue ZONE = new BookValue.Zone("NORTH", "North", List.of("S01"));

  @TempDir Path dir;

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T20:00:00Z"));
  private PriceBroker hq;
  private BrokerAccess access;
  private PriceDesk desk;
  private PriceBookPublisher publisher;

  @BeforeEach
  void startHq() throws IOException {
    hq = PriceBroker.start(dir);
    access = hq.publisher();
    publisher = new PriceBookPublisher(access, CurrencyUnit.GBP, clock);
    desk = desk();
    publisher.publish(List.of(TAX, ZONE, item("A", "1.00"), item("B", "2.00")), "admin");
  }

  @AfterEach
  void stopHq() {
    desk.close();
    publisher.close();
    access.close();
    hq.close();
  }

  private PriceDesk desk() {
    return new PriceDesk(
        access,
        new PricebookSettings(
            dir.resolve("pricebook"),
            new ApprovalRule(4, 50),
            LocalTime.parse("03:00"),
            LONDON,
            CurrencyUnit.GBP,
            List.of("S01", "S02")),
        new NoRecords(),
        clock);
  }

  @Test
  void proposalKeepsTheTermsItDoesNotBring() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));

    Outcome outcome = desk.publish(number, List.of(), "ann");

    assertThat(published(outcome).version()).isEqualTo(2);
    assertThat(published(outcome).note()).isEqualTo("proposal 1, list.csv");
    assertThat(publisher.values()).contains(TAX, ZONE, item("A", "1.10"));
    assertThat(desk.proposal(number).orElseThrow().state()).isEqualTo(ProposalState.PUBLISHED);
    assertThat(desk.diff(number).comparison().changes())
        .extracting(Change::key)
        .containsExactly("item:A");
  }

  @Test
  void publishedBookIsNoProposal() {
    assertThat(desk.propose(List.of(item("A", "1.00"), item("B", "2.00")), "list.csv", "ann"))
        .isEqualTo(new Proposed.Unchanged(1));
  }

  @Test
  void outlierNeedsASecondPerson() {
    int number = proposed(item("A", "10.00"), item("B", "2.00"));

    assertThat(refusal(desk.publish(number, List.of(), "ann")))
        .contains("needs the approval of somebody other than ann")
        .contains("1 prices change by 50 % or more");
    assertThat(refusal(desk.approve(number, "ann"))).contains("somebody else must approve it");
    assertThat(publisher.published().orElseThrow().version()).isEqualTo(1);

    assertThat(desk.approve(number, "bob")).isInstanceOf(Outcome.Taken.class);
    assertThat(published(desk.publish(number, List.of(), "ann")).version()).isEqualTo(2);
  }

  @Test
  void scheduledProposalIsPublishedWhenItsTimeComesAndNotBefore() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));
    desk.publishTonight(number, List.of(), "ann");

    assertThat(desk.publishDue()).isEmpty();
    clock.set("2026-11-24T02:59:59Z");
    assertThat(desk.publishDue()).isEmpty();
    clock.set("2026-11-24T03:00:00Z");
    assertThat(desk.publishDue()).hasSize(1);

    assertThat(publisher.published().orElseThrow().version()).isEqualTo(2);
    assertThat(desk.publishDue()).isEmpty();
  }

  @Test
  void proposalThatWasDueWhileNobodyRanIsPublishedOnceAtTheNextStart() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));
    desk.publishAt(number, LocalDateTime.parse("2026-11-24T03:00"), List.of(), "ann");
    desk.close();
    clock.set("2026-11-26T09:00:00Z");

    desk = desk();
    try (Scheduler first = Scheduler.start(desk);
        Scheduler second = Scheduler.start(desk)) {
      await()
          .untilAsserted(() ->
              assertThat(desk.proposal(number).orElseThrow().state())
                  .isEqualTo(ProposalState.PUBLISHED));
    }

    assertThat(publisher.versions()).hasSize(2);
  }

  @Test
  void proposalPublishedByAProcessThatDiedBeforeItWroteItDownIsNotPublishedAgain()
      throws IOException {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));
    desk.publishTonight(number, List.of(), "ann");
    Path file = dir.resolve("pricebook/proposals/0001/proposal.json");
    byte[] before = Files.readAllBytes(file);
    clock.set("2026-11-24T03:00:00Z");
    desk.publishDue();
    desk.change("B", Money.parse("GBP 2.20"), "typing error", "bob");
    Files.write(file, before);

    desk.publishDue();

    assertThat(publisher.versions()).hasSize(3);
    Proposal proposal = desk.proposal(number).orElseThrow();
    assertThat(proposal.state()).isEqualTo(ProposalState.PUBLISHED);
    assertThat(proposal.version()).isEqualTo(2);
  }

  @Test
  void emergencyPriceInBetweenSurvivesTheNightsList() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));
    desk.publishTonight(number, List.of(), "ann");
    Outcome change = desk.change("B", Money.parse("GBP 1.50"), "wrong label", "bob");
    clock.set("2026-11-24T03:00:00Z");

    desk.publishDue();

    assertThat(published(change).note())
        .isEqualTo("emergency price of B, GBP 2.00 to GBP 1.50: wrong label");
    assertThat(publisher.values()).contains(item("A", "1.10"), item("B", "1.50"));
    assertThat(publisher.published().orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void scheduledProposalThatContradictsWhatWasPublishedSinceIsRefusedAndSaysSo() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));
    desk.publishTonight(number, List.of(), "ann");
    desk.change("A", Money.parse("GBP 1.05"), "wrong label", "bob");
    clock.set("2026-11-24T03:00:00Z");

    List<Outcome> outcomes = desk.publishDue();

    assertThat(refusal(outcomes.getFirst())).contains("item:A");
    Proposal proposal = desk.proposal(number).orElseThrow();
    assertThat(proposal.state()).isEqualTo(ProposalState.PROPOSED);
    assertThat(proposal.problem()).contains("item:A");
    assertThat(publisher.values()).contains(item("A", "1.05"));
    assertThat(desk.publishDue()).isEmpty();
  }

  @Test
  void trialIsPromotedToAllStoresAsANewVersion() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));

    Manifest trial = published(desk.publish(number, List.of("S01"), "ann"));
    assertThat(trial.stores()).containsExactly("S01");
    assertThat(publisher.values()).contains(item("A", "1.00"));
    assertThat(desk.status().books().trial()).contains(trial);
    assertThat(desk.status().books().meantFor("S02").orElseThrow().version()).isEqualTo(1);
    Manifest promoted = published(desk.promote("ann"));

    assertThat(promoted.version()).isEqualTo(3);
    assertThat(promoted.hash()).isEqualTo(trial.hash());
    assertThat(desk.status().books().trial()).isEmpty();
    assertThat(publisher.values()).contains(item("A", "1.10"));
    assertThat(refusal(desk.promote("ann"))).contains("No trial is running");
  }

  @Test
  void withdrawnTrialLeavesTheBookOfAllStores() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));
    desk.publish(number, List.of("S01"), "ann");

    Manifest back = published(desk.endTrial("too dear", "ann"));

    assertThat(back.version()).isEqualTo(3);
    assertThat(back.note()).isEqualTo("trial of version 2 withdrawn: too dear");
    assertThat(desk.status().books().trial()).isEmpty();
    assertThat(publisher.values()).contains(item("A", "1.00"));
  }

  @Test
  void emergencyPriceReachesTheTrialAndTheOthers() {
    desk.publish(proposed(item("A", "1.10"), item("B", "2.00")), List.of("S01"), "ann");

    Outcome outcome = desk.change("B", Money.parse("GBP 1.50"), "wrong label", "bob");

    assertThat(((Outcome.Published) outcome).remarks())
        .contains("The trial goes on as version 4, with this price.");
    assertThat(publisher.values()).contains(item("A", "1.00"), item("B", "1.50"));
    assertThat(publisher.trialSnapshot().values()).contains(item("A", "1.10"), item("B", "1.50"));
  }

  @Test
  void storeThatHqDoesNotHaveCannotTryABook() {
    int number = proposed(item("A", "1.10"), item("B", "2.00"));

    assertThat(refusal(desk.publish(number, List.of("S09"), "ann")))
        .contains("HQ has no store S09; its stores are S01, S02");
  }

  @Test
  void everyVersionCanBeRolledBackTo() {
    desk.publish(proposed(item("A", "1.10"), item("C", "3.00")), List.of(), "ann");
    desk.publish(proposed(item("A", "1.20"), item("C", "3.00")), List.of("S02"), "ann");

    Manifest back = published(desk.rollback(1, "wrong list", "bob"));

    assertThat(back.version()).isEqualTo(4);
    assertThat(back.note()).isEqualTo("rollback to version 1: wrong list");
    assertThat(publisher.values())
        .containsExactlyInAnyOrder(TAX, ZONE, item("A", "1.00"), item("B", "2.00"));
    assertThat(desk.versions()).extracting(LoggedVersion::version).containsExactly(1L, 2L, 3L, 4L);
    assertThat(desk.diff(1, 4).comparison().isEmpty()).isTrue();
    assertThat(published(desk.rollback(3, "it was right", "bob")).version()).isEqualTo(5);
    assertThat(publisher.values()).contains(item("A", "1.20"));
    assertThat(refusal(desk.rollback(77, "no", "bob"))).contains("does not keep version 77");
  }

  @Test
  void emergencyPriceEndsScheduledPricesInForceAndKeepsLaterOnes() {
    PricePoint inForce =
        new PricePoint("NORTH", LocalDateTime.parse("2026-11-01T00:00"), Money.parse("GBP 1.20"));
    PricePoint later =
        new PricePoint(null, LocalDateTime.parse("2026-12-01T00:00"), Money.parse("GBP 1.30"));
    desk.publish(proposed(scheduled("A", "1.00", inForce, later)), List.of(), "ann");

    desk.change("A", Money.parse("GBP 0.90"), "wrong label", "bob");

    assertThat(publisher.values()).contains(scheduled("A", "0.90", later));
  }

  @Test
  void halfWrittenProposalOfAKilledProcessIsNoProposal() throws IOException {
    Path killed = dir.resolve("pricebook/proposals/new-1");
    Files.createDirectories(killed);
    Files.writeString(killed.resolve("book.jsonl.gz"), "half");

    assertThat(desk.proposals()).isEmpty();
    int number = proposed(item("A", "1.10"));

    assertThat(number).isEqualTo(1);
    assertThat(killed).doesNotExist();
    assertThat(desk.proposals()).extracting(Proposal::number).containsExactly(1);
  }

  @Test
  void oldestFinishedProposalsAreRemovedAndOpenOnesStay() {
    int open = proposed(item("A", "9.99"));
    for (int i = 0; i < 201; i++) {
      desk.withdraw(proposed(item("A", "1.10")), "not wanted", "ann");
    }

    List<Proposal> kept = desk.proposals();

    assertThat(kept).hasSize(200);
    assertThat(kept.getLast().number()).isEqualTo(open);
    assertThat(kept.getFirst().number()).isEqualTo(202);
  }

  @Test
  void statusSaysThatTheDatabaseIsAwayAndStillShowsTheBook() {
    Status status = desk.status();

    assertThat(status.registers()).isEqualTo(new Status.Registers.Away("not here"));
    assertThat(status.books().forAll().orElseThrow().version()).isEqualTo(1);
  }

  private int proposed(BookValue... book) {
    Proposed proposed = desk.propose(List.of(book), "list.csv", "ann");
    return ((Proposed.Made) proposed).proposal().number();
  }

  private static Manifest published(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Published.class);
    return ((Outcome.Published) outcome).manifest();
  }

  private static String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return String.join(" ", ((Outcome.Refused) outcome).reasons());
  }

  private static BookValue item(String code, String price) {
    return scheduled(code, price);
  }

  private static BookValue scheduled(String code, String price, PricePoint... schedule) {
    return new BookValue.Item(
        code,
        "Item " + code,
        Money.parse("GBP " + price),
        "STANDARD",
        List.of(),
        null,
        null,
        new ArrayList<>(List.of(schedule)));
  }

  private static final class NoRecords implements ShopRecords {

    @Override
    public List<RegisterBook> registers() throws RecordsAway {
      throw new RecordsAway("not here");
    }

    @Override
    public List<byte[]> tickets(int newest) throws RecordsAway {
      throw new RecordsAway("not here");
    }
  }
}
