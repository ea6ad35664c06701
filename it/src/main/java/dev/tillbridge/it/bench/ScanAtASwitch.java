package dev.tillbridge.it.bench;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * How long a scan takes at a real register, while nothing happens and while it takes a new book.
 */
final class ScanAtASwitch {

  private static final int NIGHTS = 30;
  private static final int LINES_MAX = 20;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  final Samples quiet = new Samples();
  final Samples switching = new Samples();

  private final Register register;
  private int lines;

  private ScanAtASwitch(Register register) {
    this.register = register;
  }

  /** Publishes two books in turn, and scans one item over and over. */
  static ScanAtASwitch measure(Path folder, List<BookValue> one, List<BookValue> other)
      throws Exception {
    SecureRandom random = new SecureRandom();
    try (Chain chain = Chain.provision(folder, Ports.free(random), Duration.ZERO, random)) {
      chain.start();
      NodeSettings hq = NodeSettings.hq(Settings.read(chain.folder().hqSettings()));
      try (BrokerAccess access =
              BrokerAccess.tcp(Objects.requireNonNull(hq.listen()), hq.credentials("publisher"));
          PriceBookPublisher publisher =
              new PriceBookPublisher(access, CurrencyUnit.GBP, Clock.systemUTC());
          Register register = new Register(chain.registerPages().getFirst())) {
        ScanAtASwitch scans = new ScanAtASwitch(register);
        publisher.publish(one, "bench");
        Waiting.until("the first book is there", LONGEST, () -> scans.version() == 1);
        register.command(
            "/sign-on",
            Map.of(
                "operator", chain.signOns().clerk().id(), "pin", chain.signOns().clerk().secret()));
        register.command("/drawer/open", Map.of("float", "100.00"));
        scans.warmUp();
        for (int night = 0; night < NIGHTS; night++) {
          scans.quietly();
          publisher.publish(night % 2 == 0 ? other : one, "bench");
          scans.untilVersion(night + 2);
        }
        return scans;
      }
    }
  }

  private void warmUp() throws LaneGone {
    for (int i = 0; i < 1_000; i++) {
      scan();
    }
  }

  private void quietly() throws LaneGone {
    for (int i = 0; i < 100; i++) {
      quiet.add(scan());
    }
  }

  /** Scans from the moment HQ has the version until the register has it, and a little longer. */
  private void untilVersion(long version) throws LaneGone {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (version() < version) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The register did not take version " + version + ".");
      }
      switching.add(scan());
    }
    for (int i = 0; i < 20; i++) {
      switching.add(scan());
    }
  }

  private long scan() throws LaneGone {
    if (lines == LINES_MAX) {
      register.command("/lane/void", Map.of());
      lines = 0;
    }
    long start = System.nanoTime();
    LaneState state = register.command("/lane/scan", Map.of("code", SampleBook.code(1)));
    long took = System.nanoTime() - start;
    if (state.refusal() != null) {
      throw new IllegalStateException("A scan was refused: " + state.refusal());
    }
    lines++;
    return took;
  }

  private long version() {
    try {
      LaneState.Book book = register.state().book();
      return book == null ? 0 : book.version();
    } catch (LaneGone e) {
      return 0;
    }
  }
}
