package dev.tillbridge.pricebook.desk;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.comparison.Comparison;
import dev.tillbridge.pricebook.preview.Basket;
import dev.tillbridge.pricebook.preview.Baskets;
import dev.tillbridge.pricebook.preview.Preview;
import dev.tillbridge.pricebook.proposal.FolderLock;
import dev.tillbridge.pricebook.proposal.Outcome;
import dev.tillbridge.pricebook.proposal.Plan;
import dev.tillbridge.pricebook.proposal.Proposal;
import dev.tillbridge.pricebook.proposal.ProposalDesk;
import dev.tillbridge.pricebook.proposal.ProposalFolder;
import dev.tillbridge.pricebook.proposal.Proposals;
import dev.tillbridge.pricebook.proposal.Proposed;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.PublishedBooks;
import dev.tillbridge.pricebook.publication.Snapshot;
import dev.tillbridge.pricebook.records.RecordsAway;
import dev.tillbridge.pricebook.records.ShopRecords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Everything a price-book admin can do. Any thread may call; one call at a time talks to HQ.
 *
 * <p>Methods that reach HQ throw {@link dev.tillbridge.broker.access.BrokerUnreachable} when its
 * broker is not there; then call again.
 */
public final class PriceDesk implements Proposals, AutoCloseable {

  private final PriceBookPublisher publisher;
  private final ProposalFolder folder;
  private final ProposalDesk proposals;
  private final VersionDesk versions;
  private final FolderLock lock;
  private final ShopRecords records;
  private final PricebookSettings settings;
  private final Clock clock;

  /**
   * A desk at HQ.
   *
   * @param hq as the user {@code publisher}; stays its owner's to close
   */
  public PriceDesk(BrokerAccess hq, PricebookSettings settings, ShopRecords records, Clock clock) {
    this.publisher = new PriceBookPublisher(hq, settings.currency(), clock);
    this.folder = new ProposalFolder(settings.dir().resolve("proposals"));
    this.lock = new FolderLock(settings.dir());
    this.proposals =
        new ProposalDesk(
            publisher, folder, lock, settings.approval(), clock.withZone(settings.zone()));
    this.versions = new VersionDesk(publisher, settings, clock);
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  /** What was set for it. */
  public PricebookSettings settings() {
    return settings;
  }

  /** All proposals kept, the newest first. */
  public List<Proposal> proposals() {
    return folder.all();
  }

  public Optional<Proposal> proposal(int number) {
    return folder.find(number);
  }

  @Override
  public synchronized Proposed propose(List<BookValue> book, String from, String by) {
    return proposals.propose(book, from, by);
  }

  /** What publishing a proposal changes; of a published one, what it changed. */
  public synchronized Compared diff(int number) {
    Proposal proposal = wanted(number);
    Long version = proposal.version();
    if (version != null) {
      return diff(version - 1, version);
    }
    Snapshot published = publisher.snapshot();
    return new Compared(
        "version " + published.version(),
        "proposal " + number,
        Comparison.between(published.values(), proposals.wouldPublish(proposal)));
  }

  /** What differs between two versions; 0 is a book without values. */
  public synchronized Compared diff(long was, long now) {
    return new Compared(
        "version " + was, "version " + now, Comparison.between(valuesOf(was), valuesOf(now)));
  }

  private List<BookValue> valuesOf(long version) {
    return version == 0
        ? List.of()
        : publisher
            .valuesOf(version)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "HQ does not keep version %d. See pricebook versions.".formatted(version)));
  }

  /** The newest baskets that HQ posted. */
  public List<Basket> recentBaskets(int newest) throws RecordsAway {
    return Baskets.ofEntries(records.tickets(newest));
  }

  /** What these baskets would cost when the proposal is in force, against the book of now. */
  public Preview preview(int number, List<Basket> baskets) {
    Snapshot published;
    List<BookValue> proposed;
    Proposal proposal = wanted(number);
    synchronized (this) {
      published = publisher.snapshot();
      proposed = proposals.wouldPublish(proposal);
    }
    Plan plan = proposal.plan();
    Instant moment = plan == null ? clock.instant() : plan.at();
    return Preview.of(
        new BookInMemory(
            published.manifest() == null ? draft(0) : published.manifest(), published.values()),
        new BookInMemory(draft(published.version() + 1), proposed),
        baskets,
        LocalDateTime.ofInstant(moment, settings.zone()));
  }

  private Manifest draft(long version) {
    return new Manifest(version, clock.instant(), "", settings.currency().getCode(), 0, "");
  }

  public synchronized Outcome approve(int number, String by) {
    return proposals.approve(number, by);
  }

  public synchronized Outcome withdraw(int number, String why, String by) {
    return proposals.withdraw(number, by, why);
  }

  /** Publishes a proposal at once; for these stores first, or for all when none is named. */
  public synchronized Outcome publish(int number, List<String> stores, String by) {
    return unknown(stores).orElseGet(() -> proposals.publish(number, stores, by));
  }

  /** Schedules a proposal, by the shops' clock on the wall. */
  public synchronized Outcome publishAt(
      int number, LocalDateTime at, List<String> stores, String by) {
    Plan plan = new Plan(at.atZone(settings.zone()).toInstant(), stores, by);
    return unknown(stores).orElseGet(() -> proposals.schedule(number, plan));
  }

  /** Schedules a proposal for the next nightly hour. */
  public synchronized Outcome publishTonight(int number, List<String> stores, String by) {
    return publishAt(
        number,
        settings.nextNight(clock.instant().atZone(settings.zone())).toLocalDateTime(),
        stores,
        by);
  }

  /** Publishes every scheduled proposal whose time has come. */
  public synchronized List<Outcome> publishDue() {
    return proposals.publishDue();
  }

  /** The book on trial becomes the book of all stores. */
  public synchronized Outcome promote(String by) {
    return lock.hold(() -> versions.promote(by));
  }

  /** The stores of the trial go back to the book of all stores. */
  public synchronized Outcome endTrial(String why, String by) {
    return lock.hold(() -> versions.endTrial(why, by));
  }

  /** An earlier version's content becomes a new version. */
  public synchronized Outcome rollback(long version, String reason, String by) {
    return lock.hold(() -> versions.rollback(version, reason, by));
  }

  /** One item's price, now, without approval; the version's note records it. */
  public synchronized Outcome change(String item, Money price, String reason, String by) {
    return lock.hold(() -> versions.change(item, price, reason, by));
  }

  /** Every version HQ keeps, in ascending order. */
  public synchronized List<LoggedVersion> versions() {
    return publisher.versions();
  }

  public Status status() {
    Status.Registers registers;
    try {
      registers = new Status.Registers.Heard(records.registers());
    } catch (RecordsAway e) {
      registers = new Status.Registers.Away(String.valueOf(e.getMessage()));
    }
    synchronized (this) {
      return new Status(publisher.books(), registers);
    }
  }

  /** What is published now; cheap. */
  public synchronized PublishedBooks books() {
    return publisher.books();
  }

  /** An item of the published book by its code or a barcode. */
  public synchronized Optional<BookValue.Item> item(String code) {
    return EmergencyPrice.find(code, publisher.snapshot().values());
  }

  /**
   * An amount as a price of the book.
   *
   * @throws IllegalArgumentException when it is none
   */
  public Money price(BigDecimal amount) {
    CurrencyUnit currency = settings.currency();
    BigDecimal wanted = amount.stripTrailingZeros();
    if (amount.signum() <= 0 || wanted.scale() > currency.getDecimalPlaces()) {
      throw new IllegalArgumentException(
          "%s is no price: above 0, with at most %d decimals. Nothing was published."
              .formatted(amount.toPlainString(), currency.getDecimalPlaces()));
    }
    return Money.of(currency, wanted);
  }

  private Proposal wanted(int number) {
    return folder
        .find(number)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no proposal %d. See pricebook proposals.".formatted(number)));
  }

  private Optional<Outcome> unknown(List<String> stores) {
    List<String> wrong =
        stores.stream().filter(store -> !settings.stores().contains(store)).toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Refused(
                List.of(
                    "HQ has no store %s; its stores are %s. Nothing was published."
                        .formatted(
                            String.join(", ", wrong), String.join(", ", settings.stores())))));
  }

  @Override
  public synchronized void close() {
    publisher.close();
  }
}
