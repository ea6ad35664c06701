package dev.tillbridge.hq.database;

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

/** A PostgreSQL server of HQ's own, its data kept between runs. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String DATABASE = "tillbridge";
  private static final String USER = "postgres";
  private static final Duration START_WAIT_MAX = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final DatabaseAddress address;

  private EmbeddedDatabase(EmbeddedPostgres server, DatabaseAddress address) {
    this.server = server;
    this.address = address;
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
        return new EmbeddedDatabase(server, secured(folder, server, password));
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

  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not stop: " + e.getMessage() + ".", e);
    }
  }
}
