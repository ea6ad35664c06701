package dev.tillbridge.hq;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.inquiry.Answering;
import dev.tillbridge.broker.inquiry.InquiryMetrics;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeMetrics;
import dev.tillbridge.broker.shared.SharedTopic;
import dev.tillbridge.broker.topic.VersionLog;
import dev.tillbridge.broker.watermark.WatermarkTopic;
import dev.tillbridge.hq.books.Mapped;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.DatabaseAddress;
import dev.tillbridge.hq.database.EmbeddedDatabase;
import dev.tillbridge.hq.delivery.DeliveryKeeper;
import dev.tillbridge.hq.delivery.EpochClosing;
import dev.tillbridge.hq.delivery.RegisterKeys;
import dev.tillbridge.hq.ingest.Ingest;
import dev.tillbridge.hq.inquiry.HqAnswers;
import dev.tillbridge.hq.prices.BookHistory;
import dev.tillbridge.hq.prices.LoggedVersions;
import dev.tillbridge.hq.prices.PriceAudit;
import dev.tillbridge.hq.shared.SharedPublisher;
import dev.tillbridge.hq.stream.BrokerStream;
import dev.tillbridge.hq.stream.TicketConsumer;
import dev.tillbridge.hq.suspense.ManagersTrust;
import dev.tillbridge.hq.suspense.Remarks;
import dev.tillbridge.hq.suspense.SuspenseDesk;
import dev.tillbridge.hq.suspense.Trust;
import dev.tillbridge.hq.web.Desk;
import dev.tillbridge.hq.web.Duties;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.model.inquiry.Addressee;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running HQ: broker, database, consumer, web. */
final class Headquarters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Headquarters.class);

  /** With more than a batch waiting at the broker, what is missing may be among it. */
  private static final long BUSY_ABOVE = 500;

  /** Closed from the last to the first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final String url;

  private Headquarters(HqSettings settings, Clock clock) {
    try {
      // The broker first: it refuses a data directory that another process uses.
      BrokerNode node = part(BrokerNode.start(settings.node(), clock));
      PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      DatabaseAddress address =
          settings.database().orElseGet(() -> embedded(settings, clock, meters).address());
      Books books = part(Books.open(address, Mapped.ROWS));
      Gauge.builder("tillbridge.tickets.waiting", () -> node.messageCount(Addresses.TICKETS))
          .register(meters);
      NodeMetrics.bind(node, meters);
      // Its zone tells the business date of what arrives without one.
      Clock local = clock.withZone(settings.zone());
      Ingest ingest = new Ingest(books, settings.chart(), settings.admission(), local);
      ingest.catchUp();
      ingest.tryAgain();
      WatermarkTopic watermarks = part(new WatermarkTopic(node.access()));
      BooleanSupplier busy = () -> node.messageCount(Addresses.TICKETS) > BUSY_ABOVE;
      part(DeliveryKeeper.start(books, watermarks::publish, busy, clock, meters));
      SharedTopic shared = part(new SharedTopic(node.access()));
      part(SharedPublisher.start(books, shared::versions, shared::publish, clock));
      Answering answering =
          part(Answering.at(node.access(), new Addressee.Hq(), new HqAnswers(books, clock)));
      InquiryMetrics.bind(answering, "hq", meters);
      VersionLog versions = part(new VersionLog(node.access()));
      part(BookHistory.start(books, new LoggedVersions(versions), clock));
      part(PriceAudit.start(books, busy, clock, meters));
      TicketConsumer consumer =
          part(TicketConsumer.start(BrokerStream.source(node.access()), ingest, clock, meters));
      Desk desk =
          Desk.of(
              books,
              new Duties(
                  new SuspenseDesk(books, settings.chart(), ingest::postSuspended, local),
                  new Remarks(books, clock),
                  trust(books, ingest, clock)),
              consumer::status,
              () -> node.messageCount(Addresses.TICKETS),
              settings.zone(),
              settings.currency(),
              clock,
              settings.chart());
      this.url = part(HqWeb.start(settings.web(), desk, settings.accountants(), meters)).url();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  static Headquarters start(HqSettings settings, Clock clock) {
    return new Headquarters(settings, clock);
  }

  private static Trust trust(Books books, Ingest ingest, Clock clock) {
    RegisterKeys keys = new RegisterKeys(books, ingest, clock);
    EpochClosing closing = new EpochClosing(books, clock);
    return new ManagersTrust(books, keys, closing, clock);
  }

  private EmbeddedDatabase embedded(HqSettings settings, Clock clock, MeterRegistry meters) {
    EmbeddedDatabase database =
        part(EmbeddedDatabase.start(settings.postgresDir(), settings.postgresPort(), clock));
    Gauge.builder("tillbridge.database.restarts", database::restarts).register(meters);
    return database;
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly.", part.getClass().getSimpleName(), e);
      }
    }
  }
}
