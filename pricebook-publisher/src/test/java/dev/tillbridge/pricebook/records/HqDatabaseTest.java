package dev.tillbridge.pricebook.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables stand for the views that HQ has: same names, same columns. */
final class HqDatabaseTest {

  @TempDir Path dir;

  @Test
  void registersAndNewestTicketsAreReadThroughTheWayThatHqWroteDown() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      fill(postgres);
      Files.createDirectories(dir.resolve("data/postgres"));
      Files.writeString(
          dir.resolve("data/postgres/connection.properties"),
          "url=%s\nuser=postgres\npassword=postgres\n"
              .formatted(postgres.getJdbcUrl("postgres", "postgres")));

      HqDatabase records = database("");

      assertThat(records.registers())
          .containsExactly(
              new RegisterBook(
                  "S01",
                  "R01",
                  7L,
                  Instant.parse("2026-11-23T03:00:05Z"),
                  null,
                  Instant.parse("2026-11-23T20:00:00Z")),
              new RegisterBook("S01", "R02", null, null, "The store has none yet.", null));
      assertThat(records.tickets(2))
          .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .containsExactly("two", "three");
    }
  }

  @Test
  void databaseThatWasNeverStartedIsNamed() throws IOException {
    HqDatabase records = database("");

    assertThatThrownBy(records::registers)
        .isInstanceOf(RecordsAway.class)
        .hasMessageContaining("HQ has no database yet")
        .hasMessageContaining("connection.properties");
  }

  @Test
  void databaseThatDoesNotAnswerIsSaidToBeAway() throws IOException {
    Files.writeString(dir.resolve("secret"), "x");

    HqDatabase records =
        database(
            """
            database.url = jdbc:postgresql://127.0.0.1:1/none
            database.user = hq
            database.password.file = secret
            """);

    assertThatThrownBy(records::registers)
        .isInstanceOf(RecordsAway.class)
        .hasMessageContaining("HQ's database does not answer");
  }

  private HqDatabase database(String more) throws IOException {
    Path file = dir.resolve("hq.properties");
    Files.writeString(file, "data.dir = data\n" + more);
    return HqDatabase.of(Settings.read(file));
  }

  private static void fill(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table pricebook_registers(store text, register text, book_version bigint,
            book_since timestamptz, book_problem text, heard_at timestamptz);
          insert into pricebook_registers values
            ('S01', 'R02', null, null, 'The store has none yet.', null),
            ('S01', 'R01', 7, '2026-11-23 03:00:05+00', null, '2026-11-23 20:00:00+00');
          create table pricebook_tickets(id bigint, received_at timestamptz, bytes bytea);
          insert into pricebook_tickets values
            (1, now(), 'one'), (3, now(), 'three'), (2, now(), 'two');
          """);
    }
  }
}
