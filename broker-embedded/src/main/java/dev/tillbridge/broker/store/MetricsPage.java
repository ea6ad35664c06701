package dev.tillbridge.broker.store;

import com.sun.net.httpserver.HttpServer;
import dev.tillbridge.model.configuration.InvalidSetting;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A store server's figures for the operator, on loopback: {@code /metrics} in Prometheus' format.
 */
final class MetricsPage implements AutoCloseable {

  private final HttpServer server;

  private MetricsPage(HttpServer server) {
    this.server = server;
  }

  /** Serves on the port, or on a free one when it is 0. */
  static MetricsPage serve(int port, PrometheusMeterRegistry registry) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext(
          "/metrics",
          exchange -> {
            byte[] page = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      return new MetricsPage(server);
    } catch (IOException e) {
      throw new InvalidSetting(
          "Port "
              + port
              + " for the store's metrics cannot be used ("
              + e.getMessage()
              + "). Stop the program that has it or change metrics.port.");
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
