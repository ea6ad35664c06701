package dev.tillbridge.broker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.model.journal.EntryHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path root;
  private TestChain chain;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void layOutChain() throws IOException {
    chain = TestChain.in(root);
  }

  @Test
  void stoppedRegistersDirectoryIsCheckedAndLeftAsItWas() throws Exception {
    EntryHash head = rungAndStopped(30);
    Map<Path, EntryHash> before = contents(dataDir());

    int code = verify(dataDir().toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("HOLDS", "30, numbered 1 to 30", head.hex(), "every chain holds");
    assertThat(contents(dataDir())).isEqualTo(before);
  }

  @Test
  void copyIsCheckedWithoutBeingAdopted() throws Exception {
    rungAndStopped(5);
    Path copy = copyOf(dataDir());

    assertThat(verify(copy.toString(), "--json")).as(err.toString()).isZero();

    assertThat(out.toString()).contains("\"holds\":true", "\"entries\":5", "\"last\":5");
  }

  @Test
  void runningRegistersDirectoryIsRefused() {
    try (BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      Entries.ring(register.journal(), 1);

      assertThat(verify(dataDir().toString())).isEqualTo(2);
      assertThat(err.toString()).contains("in use by a running process");
    }
  }

  @Test
  void storesDirectoryIsRefusedWithTheWayToTheBooks() {
    BrokerNode.start(chain.store(), CLOCK).close();

    assertThat(verify(chain.store().dataDir().toString())).isEqualTo(2);
    assertThat(err.toString()).contains("data directory of S01", "verify hq");
  }

  @Test
  void largeEntriesAreReadToo() throws Exception {
    try (BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      register.journal().append(Entries.sale(chain.lane(), register.journal().tail(), 2_000));
      Entries.ring(register.journal(), 3);
    }

    assertThat(verify(dataDir().toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("4, numbered 1 to 4");
  }

  @Test
  void exportedFileIsCheckedLikeTheDirectoryAndAnAlteredOneIsBroken() throws Exception {
    rungAndStopped(8);
    Path file = root.resolve("journal.txt");
    assertThat(verify(dataDir().toString(), "--export", file.toString())).isZero();

    assertThat(verify(file.toString())).as(err.toString()).isZero();

    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    byte[] entry = Base64.getDecoder().decode(lines.get(4));
    entry[40] ^= 1;
    lines.set(4, Base64.getEncoder().encodeToString(entry));
    Path altered = Files.write(root.resolve("altered.txt"), lines);
    assertThat(verify(altered.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("BROKEN", "break ");
  }

  @Test
  void exportOverAnotherFileIsRefused() throws Exception {
    rungAndStopped(1);
    Path file = Files.writeString(root.resolve("taken.txt"), "mine");

    assertThat(verify(dataDir().toString(), "--export", file.toString())).isEqualTo(2);
    assertThat(file).hasContent("mine");
  }

  @Test
  void whatIsNotThereOrHoldsNoEntryCannotBeRead() throws Exception {
    Path empty = Files.writeString(root.resolve("empty.txt"), "# nothing\n");

    assertThat(verify(root.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(verify(empty.toString())).isEqualTo(2);
    assertThat(verify()).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere", "holds no entry");
  }

  private EntryHash rungAndStopped(int count) {
    try (BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      Entries.ring(register.journal(), count);
      return register.journal().tail().head();
    }
  }

  private Path dataDir() {
    return chain.register().dataDir();
  }

  private int verify(String... args) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private Path copyOf(Path folder) throws IOException {
    Path copy = root.resolve("copy");
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.toList()) {
        Files.copy(path, copy.resolve(folder.relativize(path).toString()));
      }
    }
    return copy;
  }

  private static Map<Path, EntryHash> contents(Path folder) throws IOException {
    Map<Path, EntryHash> contents = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        contents.put(file, EntryHash.of(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
