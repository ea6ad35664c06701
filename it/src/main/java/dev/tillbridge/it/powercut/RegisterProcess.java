package dev.tillbridge.it.powercut;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link RingingRegister} in a JVM of its own, heard line by line. */
final class RegisterProcess implements AutoCloseable {

  /** Forces nothing to disk, in both journals of the broker; no settings file can ask for this. */
  private static final String SYNC_OFF = "-Dbrokerconfig.journalDatasync=false";

  private final Process process;
  private final Thread ear;
  private final BlockingQueue<Told> heard = new LinkedBlockingQueue<>();

  private RegisterProcess(Process process) {
    this.process = process;
    this.ear = Thread.ofPlatform().daemon().name("register-ear").start(this::listen);
  }

  /**
   * Starts the JVM, which does nothing until it has its order.
   *
   * @param folder for its log, and for the classes one process leaves to the next to start faster
   */
  static RegisterProcess launch(boolean sync, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx384m");
    command.add("-Xshare:auto");
    command.add("-XX:+AutoCreateSharedArchive");
    command.add("-XX:SharedArchiveFile=" + folder.resolve("register.jsa"));
    command.add("-Xlog:disable");
    if (!sync) {
      command.add(SYNC_OFF);
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(RingingRegister.class.getName());
    return new RegisterProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("registers.log").toFile()))
            .start());
  }

  void order(Order order) throws IOException {
    process.getOutputStream().write((order.line() + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** The next line, null when none comes in this time. */
  @Nullable Told next(Duration wait) throws InterruptedException {
    return heard.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Tells it that there are no more orders, and waits for its end. */
  void dismiss() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** Kills it; returns what it had told and nobody had asked for yet. */
  List<Told> kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    ear.join();
    List<Told> rest = new ArrayList<>();
    heard.drainTo(rest);
    return rest;
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Told.parse(line).ifPresent(heard::add);
      }
    } catch (IOException e) {
      // the process was killed while it spoke; what it had said is heard
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
