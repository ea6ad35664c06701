package dev.tillbridge.pricebook.records;

import dev.tillbridge.model.configuration.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * HQ's PostgreSQL: the one named in the settings, or HQ's own, which says where it is in {@code
 * postgres/connection.properties} each time it starts. A connection is made for each question.
 */
public final class HqDatabase implements ShopRecords {

  private static final String SECONDS_MAX = "5";
  private static final String REGISTERS =
      "select store, register, book_version, book_since, book_problem, heard_at"
          + " from pricebook_registers order by store, register";
  private static final String TICKETS =
      "select bytes from pricebook_tickets order by id desc limit ?";

  private final @Nullable String url;
  private final @Nullable String user;
  private final @Nullable Path passwordFile;
  private final Path ownServer;

  private HqDatabase(
      @Nullable String url, @Nullable String user, @Nullable Path passwordFile, Path ownServer) {
    this.url = url;
    this.user = user;
    this.passwordFile = passwordFile;
    this.ownServer = ownServer;
  }

  /** Keys: database.*, data.dir. Nothing is connected yet. */
  public static HqDatabase of(Settings settings) {
    String url = settings.optionalText("database.url");
    return new HqDatabase(
        url,
        settings.optionalText("database.user"),
        url == null ? null : settings.path("database.password.file"),
        settings.path("data.dir").resolve("postgres").resolve("connection.properties"));
  }

  @Override
  public List<RegisterBook> registers() throws RecordsAway {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(REGISTERS);
        ResultSet rows = query.executeQuery()) {
      List<RegisterBook> registers = new ArrayList<>();
      while (rows.next()) {
        registers.add(
            new RegisterBook(
                rows.getString("store"),
                rows.getString("register"),
                rows.getObject("book_version", Long.class),
                instant(rows, "book_since"),
                rows.getString("book_problem"),
                instant(rows, "heard_at")));
      }
      return registers;
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public List<byte[]> tickets(int newest) throws RecordsAway {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(TICKETS)) {
      query.setInt(1, Math.min(newest, TICKETS_MAX));
      try (ResultSet rows = query.executeQuery()) {
        List<byte[]> tickets = new ArrayList<>();
        while (rows.next()) {
          tickets.add(rows.getBytes("bytes"));
        }
        Collections.reverse(tickets);
        return tickets;
      }
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private Connection connect() throws SQLException, RecordsAway {
    Properties way = new Properties();
    way.setProperty("connectTimeout", SECONDS_MAX);
    way.setProperty("loginTimeout", SECONDS_MAX);
    way.setProperty("socketTimeout", "60");
    way.setProperty("readOnly", "true");
    if (url != null && passwordFile != null) {
      way.setProperty("user", user == null ? "" : user);
      way.setProperty("password", Settings.secret(passwordFile));
      return DriverManager.getConnection(url, way);
    }
    Properties own = ownServer();
    way.setProperty("user", own.getProperty("user", ""));
    way.setProperty("password", own.getProperty("password", ""));
    return DriverManager.getConnection(own.getProperty("url", ""), way);
  }

  private Properties ownServer() throws RecordsAway {
    if (!Files.exists(ownServer)) {
      throw new RecordsAway(
          "HQ has no database yet: %s is not there. It is written when HQ starts."
              .formatted(ownServer));
    }
    Properties own = new Properties();
    try (Reader reader = Files.newBufferedReader(ownServer)) {
      own.load(reader);
      return own;
    } catch (IOException e) {
      throw new RecordsAway(
          "Cannot read %s: %s. It must be readable by this user."
              .formatted(ownServer, e.getMessage()),
          e);
    }
  }

  private static RecordsAway away(SQLException e) {
    return new RecordsAway(
        "HQ's database does not answer: %s. Check that HQ runs and is of this version."
            .formatted(String.valueOf(e.getMessage()).replaceAll("[.\\s]+$", "")),
        e);
  }
}
