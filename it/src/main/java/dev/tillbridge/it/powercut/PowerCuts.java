package dev.tillbridge.it.powercut;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Rings at a register, cuts its power, starts it again and looks what it has kept; over and over on
 * one disk, with a new data directory now and then.
 */
public final class PowerCuts {

  private static final long DISK_BYTES = 2L * 1024 * 1024 * 1024;
  private static final int CUTS_PER_DIRECTORY = 10;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofNanos(300_000);

  private final Path folder;
  private final long seed;
  private final boolean sync;
  private final Consumer<String> progress;
  private final RandomGenerator random;
  private final Path secrets;
  private final Path log;
  private final int uplinkPort;

  private final List<String> findings = new ArrayList<>();
  private Promises promises = new Promises();
  private int cut;
  private int directory;
  private long appended;
  private long acknowledged;
  private long lost;
  private long inFlightKept;

  /**
   * @param folder empty; for the image, its mount point and the registers' log
   * @param sync false shows what the cuts find in a journal that forces nothing to disk
   * @param progress hears one line per cut
   */
  public PowerCuts(Path folder, long seed, boolean sync, Consumer<String> progress)
      throws IOException {
    this.folder = folder;
    this.seed = seed;
    this.sync = sync;
    this.progress = progress;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.secrets = Files.createDirectories(folder.resolve("secrets"));
    this.log = folder.resolve("registers.log");
    Files.writeString(secrets.resolve(RingingRegister.LANE + ".password"), "power-cut");
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.uplinkPort = probe.getLocalPort();
    }
  }

  /** Why no power can be cut on this machine, empty when it can. */
  public static java.util.Optional<String> missing() {
    return CutDisk.missing();
  }

  /** Cuts the power so many times; checks after each. */
  public PowerCutResult run(int cuts) throws IOException, InterruptedException {
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      RegisterProcess next = RegisterProcess.launch(sync, log);
      try {
        for (cut = 1; cut <= cuts; cut++) {
          RegisterProcess register = next;
          next = RegisterProcess.launch(sync, log);
          try (register) {
            oneCut(disk, register);
          }
          disk.unmount();
        }
        disk.mount();
        check(next, lookOnly(disk));
        next.kill();
        disk.unmount();
      } finally {
        next.close();
      }
    }
    return new PowerCutResult(
        cuts,
        appended,
        acknowledged,
        acknowledged - lost,
        lost,
        inFlightKept,
        seed,
        sync,
        findings);
  }

  private void oneCut(CutDisk disk, RegisterProcess register)
      throws IOException, InterruptedException {
    disk.mount();
    if ((cut - 1) % CUTS_PER_DIRECTORY == 0 && cut > 1) {
      check(register, lookOnly(disk));
      await(register, Told.Ended.class);
      startOver();
    }
    Moment moment = Moment.choose(random);
    Order order =
        new Order(dataDir(disk), secrets, uplinkPort, random.nextLong(), moment.lines());
    long started = System.nanoTime();
    long before = acknowledged;
    switch (moment) {
      case Moment.WhileStarting starting -> {
        register.order(order);
        Thread.sleep(starting.after());
      }
      case Moment.WhileRinging ringing -> {
        check(register, order);
        while (acknowledged < before + ringing.acknowledged()) {
          hear(register);
        }
        spin(ringing.after());
      }
      case Moment.AtFileSwitch atSwitch -> {
        check(register, order);
        awaitNewFiles(register, order.dataDir().resolve("journal"), atSwitch.switches());
        spin(atSwitch.after());
      }
    }
    disk.cut();
    register.kill().forEach(this::note);
    progress.accept(
        "cut %d: %s, %d acknowledged, %d ms"
            .formatted(
                cut, moment, acknowledged - before, (System.nanoTime() - started) / 1_000_000));
  }

  private Order lookOnly(CutDisk disk) {
    return new Order(dataDir(disk), secrets, uplinkPort, 0, 0);
  }

  private Path dataDir(CutDisk disk) {
    return disk.root().resolve("register-" + directory);
  }

  private void startOver() {
    directory++;
    promises = new Promises();
  }

  /** Starts the register and holds what it tells against what was promised. */
  private void check(RegisterProcess register, Order order)
      throws IOException, InterruptedException {
    register.order(order);
    Told.Started started = await(register, Told.Started.class);
    List<Told.Kept> kept = new ArrayList<>();
    while (true) {
      Told told = await(register);
      if (told instanceof Told.Checked) {
        break;
      }
      if (told instanceof Told.Kept entry) {
        kept.add(entry);
      }
    }
    Promises.Finding finding = promises.check(started.epoch(), kept);
    lost += finding.lost().size();
    inFlightKept += finding.inFlightKept() ? 1 : 0;
    if (!finding.clean()) {
      findings.add("before cut %d: lost %s, %s".formatted(cut, finding.lost(), finding.broken()));
      progress.accept(findings.getLast());
    }
  }

  private <T extends Told> T await(RegisterProcess register, Class<T> kind)
      throws IOException, InterruptedException {
    while (true) {
      Told told = await(register);
      if (kind.isInstance(told)) {
        return kind.cast(told);
      }
    }
  }

  private Told await(RegisterProcess register) throws IOException, InterruptedException {
    Told told = register.next(ANSWER_MAX);
    if (told == null) {
      throw new IOException(
          "The register said nothing for %d s before cut %d; its log is %s."
              .formatted(ANSWER_MAX.toSeconds(), cut, log));
    }
    if (told instanceof Told.Failed failed) {
      throw new IOException("Before cut " + cut + " the register failed: " + failed.message());
    }
    return told;
  }

  private void hear(RegisterProcess register) throws IOException, InterruptedException {
    note(await(register));
  }

  private void note(Told told) {
    switch (told) {
      case Told.Asked asked -> {
        appended++;
        promises.hear(asked);
      }
      case Told.Acknowledged done -> {
        acknowledged++;
        promises.hear(done);
      }
      case Told.Started ignored -> {}
      case Told.Kept ignored -> {}
      case Told.Checked ignored -> {}
      case Told.Failed ignored -> {}
      case Told.Ended ignored -> {}
    }
  }

  private void awaitNewFiles(RegisterProcess register, Path journal, int count)
      throws IOException, InterruptedException {
    Set<String> known = dataFiles(journal);
    long deadline = System.nanoTime() + ANSWER_MAX.toNanos();
    while (true) {
      Set<String> now = dataFiles(journal);
      now.removeAll(known);
      if (now.size() >= count) {
        return;
      }
      @Nullable Told told = register.next(LOOK_EVERY);
      if (told != null) {
        note(told);
      }
      if (told instanceof Told.Failed || System.nanoTime() > deadline) {
        throw new IOException("The journal began no other file before cut " + cut + ": " + told);
      }
    }
  }

  /** Names without the ending a file has while it is made. */
  private static Set<String> dataFiles(Path journal) {
    Set<String> names = new HashSet<>();
    String[] listed = new File(journal.toString()).list();
    if (listed != null) {
      for (String name : listed) {
        names.add(name.replace(".tmp", ""));
      }
    }
    return names;
  }

  private static void spin(Duration wait) {
    long end = System.nanoTime() + wait.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(20_000);
    }
  }
}
