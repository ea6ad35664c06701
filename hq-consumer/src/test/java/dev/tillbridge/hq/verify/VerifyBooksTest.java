package dev.tillbridge.hq.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyBooksTest {

  private final TestBooks books = new TestBooks();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(1);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path root;

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void wholeBooksHoldAndTheirExportIsAJournalFile() throws Exception {
    books.ingest().post(tape.sales(baskets, 30));
    books.ingest().post(new LaneTape("S01-R02").sales(baskets, 10));
    Path file = root.resolve("books.txt");

    assertThat(verify("--export", file.toString())).as(err.toString()).isZero();

    assertThat(out.toString()).contains("S01-R01", "S01-R02", "40 entries in 2 streams");
    assertThat(dev.tillbridge.broker.verify.Main.commandLine().execute(file.toString())).isZero();
  }

  @Test
  void rowChangedByItsHashOrItsBytesIsNamed() throws Exception {
    books.ingest().post(tape.sales(baskets, 5));
    tamper("update entry set hash = repeat('a', 64) where sequence = 3");

    assertThat(verify("--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"sequence\":3", "WRONG_HASH", "a".repeat(64));

    tamper("update entry set bytes = set_byte(bytes, 60, 35) where sequence = 2");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString()).contains("at 2:", "was changed");
  }

  @Test
  void entryThatHasNotComeIsNamed() throws Exception {
    List<byte[]> sales = new ArrayList<>(tape.sales(baskets, 6));
    sales.remove(3);
    books.ingest().post(sales);

    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString()).contains("at 4: entry 4 is not there");
  }

  @Test
  void booksThatDoNotAnswerAreToldWithTheWayOut() throws Exception {
    Path config = Files.writeString(root.resolve("none.properties"), "data.dir = nowhere\n");

    assertThat(run("--config", config.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("HQ has no books yet");
  }

  private int verify(String... args) throws IOException {
    Path password = Files.writeString(root.resolve("password"), books.address().password());
    Path config =
        Files.writeString(
            root.resolve("hq.properties"),
            """
            data.dir = hq
            database.url = %s
            database.user = %s
            database.password.file = %s
            """
                .formatted(books.address().url(), books.address().user(), password));
    List<String> all = new ArrayList<>(List.of("--config", config.toString()));
    all.addAll(List.of(args));
    return run(all.toArray(String[]::new));
  }

  private int run(String... args) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  /** As somebody with the database's own superuser could. */
  private void tamper(String sql) throws SQLException {
    try (Connection connection = books.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
    }
  }
}
