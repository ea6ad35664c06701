package dev.tillbridge.screens.web;

import dev.tillbridge.model.configuration.InvalidSetting;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running web server. Serves the shared stylesheet as {@code /tillbridge.css}, the webjars under
 * {@code /webjars/}, and what the caller adds.
 */
public final class WebServer implements AutoCloseable {

  /** Requests served at the same time; more wait in the socket's backlog. */
  static final int THREADS_MAX = 64;

  /** Largest request body; a larger one is answered with 413. */
  static final long REQUEST_BYTES_MAX = 1_048_576;

  private final Javalin javalin;
  private final WebAddress address;

  private WebServer(Javalin javalin, WebAddress address) {
    this.javalin = javalin;
    this.address = address;
  }

  /**
   * Starts serving.
   *
   * @param json writes what handlers answer with {@code ctx.json}
   * @param screens adds routes and static files
   * @throws InvalidSetting when the port is taken or the host is not this machine's
   */
  public static WebServer start(
      WebAddress address, JsonMapper json, Consumer<JavalinConfig> screens) {
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.http.maxRequestSize = REQUEST_BYTES_MAX;
          config.jetty.threadPool = threads();
          config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
          config.jsonMapper(new JacksonText(json));
          config.staticFiles.enableWebjars();
          config.staticFiles.add("/web", Location.CLASSPATH);
          config.routes.before(SecurityHeaders::add);
          screens.accept(config);
        });
    try {
      javalin.start(address.host(), address.port());
    } catch (JavalinBindException e) {
      throw new InvalidSetting(address.cannotListen(e));
    }
    return new WebServer(javalin, address);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 4);
    threads.setName("web");
    return threads;
  }

  /** The port it listens on; the one the system chose when 0 was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    return "http://" + address.browserHost() + ":" + port() + "/";
  }

  /** Stops listening; requests being answered are finished first, for at most a second. */
  @Override
  public void close() {
    javalin.stop();
  }
}
