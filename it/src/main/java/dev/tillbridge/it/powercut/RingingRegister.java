package dev.tillbridge.it.powercut;

import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.it.bench.SampleEntries;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.Appended;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * The process whose power is cut: a register's broker that tells what it keeps and then appends
 * sale after sale, telling each before and after. It waits for an {@link Order} on its standard
 * input and ends when that is closed.
 */
final class RingingRegister {

  static final LaneId LANE = LaneId.parse("S01-R01");

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);

  private RingingRegister() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    RingingRegister register = new RingingRegister();
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      Order order = Order.parse(line);
      Thread.ofPlatform().daemon().name("register").start(() -> register.carryOut(order));
    }
    // The broker client's idle threads would keep this process for another minute.
    System.exit(0);
  }

  private void carryOut(Order order) {
    try (BrokerNode node = BrokerNode.start(settings(order), Clock.systemUTC())) {
      Journal journal = node.journal();
      Seal seal = Seal.openOrCreate(order.dataDir());
      tell(new Told.Started(node.identity().epoch(), seal.publicKey().toString()));
      journal.readAfter(
          0,
          stored ->
              tell(
                  new Told.Kept(
                      stored.entry().id().sequence(), stored.hash(), stored.entry().previous())));
      tell(new Told.Checked());
      if (order.rings()) {
        ring(journal, seal, order);
      }
    } catch (IOException | RuntimeException e) {
      tell(new Told.Failed(String.valueOf(e.getMessage()).replace('\n', ' ')));
      Runtime.getRuntime().halt(3);
    }
    tell(new Told.Ended());
  }

  private void ring(Journal journal, Seal seal, Order order) {
    SampleEntries sales = new SampleEntries(order.seed());
    while (true) {
      JournalEntry entry = sales.saleAfter(LANE, journal.tail(), order.lines());
      long sequence = entry.id().sequence();
      tell(new Told.Asked(sequence, EntryHash.of(SealedEntry.seal(entry, seal))));
      Appended appended = journal.append(entry);
      tell(new Told.Acknowledged(sequence, appended.stored().hash()));
    }
  }

  /** One write per line, so that a line told is a line heard even when the power goes next. */
  private synchronized void tell(Told told) {
    try {
      out.write((told.line() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Nobody listens to this register any more.", e);
    }
  }

  private static NodeSettings settings(Order order) {
    return new NodeSettings(
        Role.REGISTER,
        LANE.toString(),
        order.dataDir(),
        order.secretsDir(),
        null,
        new Endpoint("127.0.0.1", order.uplinkPort()),
        List.of(LANE),
        List.of());
  }
}
