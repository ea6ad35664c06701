package dev.tillbridge.it.drill;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.process.Program;
import dev.tillbridge.model.journal.EntryHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what the schedule says. Any thread may call; two faults never share a target. */
final class Mischief {

  private static final int AGAIN_MAX = 40;
  private static final Duration CLOCK_JUMP = Duration.ofHours(7);
  private static final long BALLAST_BLOCK = 1024 * 1024;

  private final Chain chain;
  private final Injection injection;
  private final HqRows hq;
  private final @Nullable SmallDisk smallDisk;
  private final Consumer<String> tell;
  private final Poison poison = new Poison();
  private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
  private final Map<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);
  private final Map<Object, Semaphore> targets = new ConcurrentHashMap<>();

  /**
   * @param smallDisk of the first register, null when this machine lets none be made
   */
  Mischief(
      Chain chain,
      Injection injection,
      HqRows hq,
      @Nullable SmallDisk smallDisk,
      Consumer<String> tell) {
    this.chain = chain;
    this.injection = injection;
    this.hq = hq;
    this.smallDisk = smallDisk;
    this.tell = tell;
  }

  /** Hashes of everything sent that HQ can only put aside. */
  Set<String> poisoned() {
    return poisoned;
  }

  /** How many of each kind were done. */
  synchronized Map<FaultKind, Integer> done() {
    return new EnumMap<>(done);
  }

  /** Carries out one fault; everything works again when it returns. */
  void carryOut(Fault fault) throws InterruptedException, IOException, SQLException {
    int register = fault.target() % chain.registers().size();
    switch (fault.kind()) {
      case CUT -> cut(link(fault), false, fault.lasting());
      case SILENT_CUT -> cut(link(fault), true, fault.lasting());
      case KILL_REGISTER -> kill(chain.registers().get(register), fault.lasting());
      case KILL_NEIGHBOUR -> killNeighbour(register, fault.lasting());
      case KILL_STORE -> kill(chain.store(), fault.lasting());
      case KILL_HQ -> kill(chain.hq(), fault.lasting());
      case KILL_POSTGRES -> killPostgres();
      case DISK_FULL -> fillDisk(fault.lasting());
      case STORE_WIPED -> wipeStore(fault.lasting());
      case CLOCK_JUMP -> jump(register, fault);
      case DUPLICATES -> again(false, fault);
      case REORDERED -> again(true, fault);
      case POISON -> poison(fault);
    }
    synchronized (this) {
      done.merge(fault.kind(), 1, Integer::sum);
    }
  }

  private LinkCutter link(Fault fault) {
    return chain.links().get(fault.target() % chain.links().size());
  }

  private void cut(LinkCutter link, boolean silent, Duration lasting) throws InterruptedException {
    alone(
        link,
        () -> {
          tell.accept((silent ? "silent cut of " : "cut of ") + link.name());
          if (silent) {
            link.silentCut();
          } else {
            link.cut();
          }
          Thread.sleep(lasting);
          link.restore();
        });
  }

  private void kill(Program program, Duration down) throws InterruptedException {
    alone(
        program,
        () -> {
          program.kill();
          tell.accept("killed " + program.name());
          Thread.sleep(down.toMillis() / 4);
          chain.startAgain(program);
        });
  }

  private void killNeighbour(int register, Duration lasting) throws InterruptedException {
    int before = (register + chain.registers().size() - 1) % chain.registers().size();
    LinkCutter link = chain.registerLinks().get(before);
    alone(
        link,
        () -> {
          link.cut();
          tell.accept("cut of " + link.name() + " and its neighbour killed");
          kill(chain.registers().get(register), lasting);
          link.restore();
        });
  }

  private void killPostgres() throws InterruptedException {
    alone(
        chain.hq(),
        () -> {
          Path pidFile =
              chain.folder().connectionProperties().resolveSibling("data/postmaster.pid");
          if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            tell.accept("killed PostgreSQL");
          }
        });
  }

  private void fillDisk(Duration lasting) throws InterruptedException {
    SmallDisk disk = smallDisk;
    if (disk == null) {
      throw new IllegalStateException("There is no small disk to fill.");
    }
    alone(
        disk,
        () -> {
          disk.fill(BALLAST_BLOCK);
          tell.accept("the disk of register " + chain.registers().getFirst().name() + " is full");
          Thread.sleep(lasting);
          disk.makeRoom();
        });
  }

  private void wipeStore(Duration down) throws InterruptedException {
    alone(
        chain.store(),
        () -> {
          chain.store().kill();
          delete(chain.folder().storeFolder().resolve("data"));
          tell.accept("killed the store server and deleted its data");
          Thread.sleep(down.toMillis() / 4);
          chain.startAgain(chain.store());
        });
  }

  private void jump(int register, Fault fault) throws InterruptedException {
    Path file =
        chain
            .folder()
            .registerFolder(ChainFolder.register(register))
            .resolve(DrilledRegister.CLOCK_FILE);
    alone(
        file,
        () -> {
          Duration skew = (fault.salt() & 1) == 0 ? CLOCK_JUMP : CLOCK_JUMP.negated();
          SkewedClock.set(file, skew);
          tell.accept(
              "clock of "
                  + chain.registers().get(register).name()
                  + " off by "
                  + skew.toHours()
                  + " h");
          Thread.sleep(fault.lasting());
          SkewedClock.set(file, Duration.ZERO);
        });
  }

  private void again(boolean newestFirst, Fault fault)
      throws InterruptedException, IOException, SQLException {
    alone(
        injection,
        () -> {
          List<byte[]> entries = newest();
          if (!newestFirst) {
            Collections.shuffle(entries, new Random(fault.salt()));
          }
          if (injection.send(entries)) {
            tell.accept(entries.size() + " entries again" + (newestFirst ? ", newest first" : ""));
          }
        });
  }

  private void poison(Fault fault) throws InterruptedException {
    alone(
        injection,
        () -> {
          List<byte[]> genuine = newest();
          if (genuine.isEmpty()) {
            return;
          }
          List<byte[]> bodies = poison.some(genuine.getFirst(), fault.salt());
          if (injection.send(bodies)) {
            bodies.forEach(body -> poisoned.add(EntryHash.of(body).hex()));
            tell.accept(bodies.size() + " messages that are no entries");
          }
        });
  }

  /** Empty while the database is away. */
  private List<byte[]> newest() throws IOException {
    try {
      return new ArrayList<>(hq.newest(AGAIN_MAX));
    } catch (SQLException e) {
      return List.of();
    }
  }

  private interface Step {
    void take() throws InterruptedException, IOException;
  }

  private void alone(Object target, Step step) throws InterruptedException {
    Semaphore turn = targets.computeIfAbsent(target, t -> new Semaphore(1));
    turn.acquire();
    try {
      step.take();
    } catch (IOException e) {
      throw new IllegalStateException("A fault could not be made: " + e.getMessage(), e);
    } finally {
      turn.release();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
