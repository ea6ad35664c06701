package dev.tillbridge.broker.store;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.inquiry.InquiryMetrics;
import dev.tillbridge.broker.inquiry.InquiryRelay;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeMetrics;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.topic.PriceRelay;
import dev.tillbridge.broker.topic.TopicRelay;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** {@code ./tillbridge store CONFIG.properties}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      System.err.println(
          "Usage: ./tillbridge store CONFIG.properties (see config/store.properties)");
      System.exit(2);
    }
    try {
      run(Settings.read(Path.of(args[0])));
    } catch (InvalidSetting e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(Settings settings) throws InterruptedException {
    NodeSettings nodeSettings = NodeSettings.store(settings);
    int metricsPort = settings.integer("metrics.port", 0, 0, 65_535);
    settings.refuseUnknownKeys();

    BrokerNode node = BrokerNode.start(nodeSettings, Clock.systemUTC());
    PrometheusMeterRegistry figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    NodeMetrics.bind(node, figures);
    MetricsPage metrics = MetricsPage.serve(metricsPort, figures);
    BrokerAccess hq = nodeSettings.atUplink();
    PriceRelay relay = PriceRelay.start(hq, node.access(), nodeSettings.name());
    TopicRelay watermarks = TopicRelay.ofWatermarks(hq, node.access());
    TopicRelay shared = TopicRelay.ofShared(hq, node.access());
    InquiryRelay inquiries = InquiryRelay.start(hq, node.access(), nodeSettings.name());
    InquiryMetrics.bind(inquiries, figures);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  inquiries.close();
                  shared.close();
                  watermarks.close();
                  relay.close();
                  hq.close();
                  metrics.close();
                  node.close();
                  stopped.countDown();
                },
                "stop"));
    System.out.printf(
        "READY store %s at %s, figures http://127.0.0.1:%d/metrics%n",
        nodeSettings.name(), nodeSettings.listen(), metrics.port());
    stopped.await();
  }
}
