package dev.tillbridge.it.powercut;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Rings at a register, cuts its power, starts it again and looks what it has kept; over and over on
 * one disk, with a new data directory now and then. Moments and tickets follow from the seed; how
 * far the register gets until then does not.
 */
public final class PowerCuts {

  private static final long DISK_BYTES = 3L * 1024 * 1024 * 1024;
  private static final int CUTS_PER_DIRECTORY = 8;
  private static final int CUTS_PER_PAGED_DIRECTORY = 2;

  private final Path folder;
  private final long seed;
  private final boolean sync;
  private final Function<RandomGenerator, Moment> moments;
  private final Consumer<String> progress;
  private final RandomGenerator random;
  private final Path secrets;
  private final int uplinkPort;
  private final Tally tally = new Tally();

  private Promises promises = new Promises();
  private int directory;
  private int cutsLeft = CUTS_PER_DIRECTORY;
  private @Nullable RegisterProcess spare;

  /**
   * @param folder empty; for the image, its mount point and the registers' log
   * @param sync false shows what the cuts find in a journal that forces nothing to disk
   * @param moments chooses when the power goes
   * @param progress hears one line per cut
   */
  public PowerCuts(
      Path folder,
      long seed,
      boolean sync,
      Function<RandomGenerator, Moment> moments,
      Consumer<String> progress)
      throws IOException {
    this.folder = folder;
    this.seed = seed;
    this.sync = sync;
    this.moments = moments;
    this.progress = progress;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve(RingingRegister.LANE + ".password"), "power-cut");
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.uplinkPort = probe.getLocalPort();
    }
  }

  /** Why no power can be cut on this machine, empty when it can. */
  public static Optional<String> missing() {
    return CutDisk.missing();
  }

  /** Cuts the power so many times; checks after each. */
  public PowerCutResult run(int cuts) throws IOException, InterruptedException {
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      try {
        rehearse();
        while (tally.cuts() < cuts) {
          oneCut(disk);
        }
        disk.mount();
        try (RegisterProcess register = takeProcess()) {
          new Session(register, promises, tally).beginChecked(lookOnly(disk));
        }
      } finally {
        if (spare != null) {
          spare.close();
        }
      }
    }
    return tally.result(seed, sync);
  }

  /** One start in order, off the disk: its process leaves its classes to all that follow. */
  private void rehearse() throws IOException, InterruptedException {
    try (RegisterProcess register = launch()) {
      Session session = new Session(register, new Promises(), new Tally());
      session.beginChecked(
          new Order(folder.resolve("rehearsal"), secrets, uplinkPort, random.nextLong(), 0));
      session.awaitEnd();
      register.dismiss();
    }
  }

  private void oneCut(CutDisk disk) throws IOException, InterruptedException {
    disk.mount();
    if (cutsLeft <= 0) {
      try (RegisterProcess last = takeProcess()) {
        new Session(last, promises, tally).beginChecked(lookOnly(disk));
      }
      newDirectory();
    }
    Moment moment = moments.apply(random);
    long started = System.nanoTime();
    long before = tally.acknowledgedSoFar();
    try (RegisterProcess register = takeProcess()) {
      Session session = new Session(register, promises, tally);
      if (reach(moment, session, order(disk, moment.lines()))) {
        disk.cut();
        tally.cut();
        cutsLeft--;
        session.end();
      } else {
        newDirectory();
      }
    }
    disk.unmount();
    progress.accept(
        "cut %d, %s: %d acknowledged, %d ms"
            .formatted(
                tally.cuts(),
                moment,
                tally.acknowledgedSoFar() - before,
                (System.nanoTime() - started) / 1_000_000));
  }

  /** Lets the register work until the moment has come; false when it did not start. */
  private boolean reach(Moment moment, Session session, Order order)
      throws IOException, InterruptedException {
    if (moment instanceof Moment.WhileStarting starting) {
      session.begin(order);
      Session.pass(starting.after());
      return true;
    }
    if (!session.beginChecked(order)) {
      return false;
    }
    switch (moment) {
      case Moment.WhileStarting starting -> Session.pass(starting.after());
      case Moment.WhileRinging ringing -> {
        session.ring(ringing.acknowledged());
        Session.pass(ringing.after());
      }
      case Moment.AtNewFile newFile -> {
        session.ringUntilNewFiles(order.dataDir(), newFile.files());
        Session.pass(newFile.after());
      }
      case Moment.AtPaging paging -> {
        session.ringUntilPaging(order.dataDir());
        cutsLeft = Math.min(cutsLeft, CUTS_PER_PAGED_DIRECTORY);
        Session.pass(paging.after());
      }
    }
    return true;
  }

  private void newDirectory() {
    directory++;
    cutsLeft = CUTS_PER_DIRECTORY;
    promises = new Promises();
  }

  /** A JVM that is up already; the next one gets ready meanwhile. */
  private RegisterProcess takeProcess() throws IOException {
    RegisterProcess taken = spare == null ? launch() : spare;
    spare = launch();
    return taken;
  }

  private RegisterProcess launch() throws IOException {
    return RegisterProcess.launch(sync, folder);
  }

  private Order order(CutDisk disk, int lines) {
    return new Order(
        disk.root().resolve("register-" + directory),
        secrets,
        uplinkPort,
        random.nextLong(),
        lines);
  }

  private Order lookOnly(CutDisk disk) {
    return order(disk, 0);
  }
}
