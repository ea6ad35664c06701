package dev.tillbridge.hq.database;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.model.configuration.InvalidSetting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of HQ's own, its data kept between runs. When its process dies it is started
 * again, on the same port.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String DATABASE = "tillbridge";
  private static final String USER = "postgres";
  private static final Duration START_WAIT_MAX = Duration.ofMinutes(2);
  private static final Duration WATCH = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final DatabaseFolder folder;
  private final DatabaseAddress address;
  private final int port;
  private final PollLoop watch;
  private EmbeddedPostgres server;
  private ProcessHandle process;
  private final AtomicInteger restarts = new AtomicInteger();
  private String trouble = "";

  private EmbeddedDatabase(DatabaseFolder folder, EmbeddedPostgres server, DatabaseAddress address)
      throws IOException {
    this.folder = folder;
    this.server = server;
    this.process = folder.serverProcess();
    this.port = server.getPort();
    this.address = address;
    this.watch = PollLoop.start("postgres-watch", WATCH, this::look, this::notRestarted);
  }

  /**
   * Starts the server in that folder, after stopping one that outlived a killed HQ. Writes {@code
   * connection.properties} there, readable by this user only.
   *
   * @param port 0 for a free one
   * @throws InvalidSetting when the folder is in use or the server does not start
   */
  public static EmbeddedDatabase start(Path root, int port, Clock clock) {
    DatabaseFolder folder = new DatabaseFolder(root.toAbsolutePath().normalize());
    try {
      OrphanedServer.stop(folder);
      folder.setAsideUnfinished(clock.millis());
      String password = folder.password(new SecureRandom());
      EmbeddedPostgres server = startServer(folder, port, password);
      try {
        return new EmbeddedDatabase(folder, server, secured(folder, server, password));
      } catch (IOException | SQLException | RuntimeException e) {
        server.close();
        throw e;
      }
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new InvalidSetting(
          "PostgreSQL does not start in %s (port %s): %s. Its log is %s."
              .formatted(
                  folder.root(),
                  port == 0 ? "free" : port,
                  e.getMessage(),
                  folder.root().resolve("server.log")));
    }
  }

  private static EmbeddedPostgres startServer(DatabaseFolder folder, int port, String password)
      throws IOException {
    Path log = folder.root().resolve("server.log");
    if (!Files.exists(log)) {
      OwnerOnlyFile.write(log, "");
    }
    ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.binaries().toFile())
        .setDataDirectory(folder.data())
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(START_WAIT_MAX)
        .setConnectConfig("password", password)
        .setOutputRedirector(toLog)
        .setErrorRedirector(toLog)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_wal_size", "1GB")
        .setServerConfig("wal_compression", "on")
        .start();
  }

  private static DatabaseAddress secured(
      DatabaseFolder folder, EmbeddedPostgres server, String password)
      throws IOException, SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      requireDurable(statement);
      statement.execute("alter role " + USER + " password '" + password + "'");
      Files.writeString(
          folder.data().resolve("pg_hba.conf"),
          """
          # Written by HQ at every start: nobody without the password.
          host all all 127.0.0.1/32 scram-sha-256
          host all all ::1/128 scram-sha-256
          """,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
      statement.execute("select pg_reload_conf()");
      if (!exists(statement)) {
        statement.execute("create database " + DATABASE);
      }
    }
    folder.markComplete();
    DatabaseAddress address =
        new DatabaseAddress(
            "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE, USER, password);
    StringWriter text = new StringWriter();
    address.asProperties().store(text, "Way into HQ's books");
    OwnerOnlyFile.write(folder.connectionProperties(), text.toString());
    return address;
  }

  private static void requireDurable(Statement statement) throws SQLException {
    for (var setting : Map.of("fsync", "on", "synchronous_commit", "on").entrySet()) {
      try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
        row.next();
        if (!row.getString(1).equals(setting.getValue())) {
          throw new IllegalStateException(
              "%s is %s and must be %s, or a power cut loses books"
                  .formatted(setting.getKey(), row.getString(1), setting.getValue()));
        }
      }
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
      return row.next();
    }
  }

  private void look() {
    if (process.isAlive()) {
      return;
    }
    LOG.warn(
        "PostgreSQL on port {} (pid {}) died. Starting it again; tickets wait at the broker.",
        port,
        process.pid());
    try {
      server.close();
      OrphanedServer.stop(folder);
      server = startServer(folder, port, address.password());
      secured(folder, server, address.password());
      process = folder.serverProcess();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    restarts.incrementAndGet();
    trouble = "";
    LOG.info("PostgreSQL on port {} is back.", port);
  }

  private void notRestarted(RuntimeException problem) {
    String told = String.valueOf(problem.getMessage());
    if (!told.equals(trouble)) {
      trouble = told;
      LOG.error(
          "PostgreSQL on port {} does not start again: {}. Trying every {} ms; its log is {}.",
          port,
          told,
          WATCH.toMillis(),
          folder.root().resolve("server.log"),
          problem);
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  /** How often the server died and was started again. */
  public int restarts() {
    return restarts.get();
  }

  @Override
  public void close() {
    watch.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not stop: " + e.getMessage() + ".", e);
    }
  }
}
