package dev.tillbridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * One program on a host of its own, which can be taken off a network, frozen, killed and started
 * again. Its log is kept under target/container when it closes.
 */
final class Host implements AutoCloseable {

  private static final Duration READY_WAIT_MAX = Duration.ofSeconds(90);
  private static final String READY = "READY ";
  private static final int READABLE_BY_ALL = 0755;

  /** As docs/operator.md advises; else a lookup without a network takes 20 s, and so the link. */
  private static final List<String> SHORT_LOOKUPS = List.of("timeout:1", "attempts:1");

  private final String name;
  private final GenericContainer<?> container;

  /**
   * @param name under which the others on its networks find it
   * @param program one of the launcher's commands
   * @param settings folder that becomes /config
   * @param published ports reachable from this machine through {@code first}
   */
  Host(
      DockerImageName image,
      String name,
      String program,
      Path settings,
      Network first,
      Integer... published) {
    this.name = name;
    this.container =
        new GenericContainer<>(image)
            .withCommand(program)
            .withCopyFileToContainer(
                MountableFile.forHostPath(settings, READABLE_BY_ALL), "/config")
            .withNetwork(first)
            .withNetworkAliases(name)
            .withExposedPorts(published)
            .withCreateContainerCmdModifier(create -> configure(create, name))
            .waitingFor(
                Wait.forLogMessage("(?s).*" + READY + ".*", 1).withStartupTimeout(READY_WAIT_MAX));
  }

  private static void configure(CreateContainerCmd create, String name) {
    create.withHostName(name);
    Objects.requireNonNull(create.getHostConfig()).withDnsOptions(SHORT_LOOKUPS);
  }

  /** Starts it and returns when it is ready. */
  void start() {
    container.start();
  }

  String name() {
    return name;
  }

  /** The address of a published port, from this machine. */
  URI page(int port) {
    return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port) + "/");
  }

  /** Plugs it into a network; where it was before it may get another address. */
  void join(Network network) {
    docker()
        .connectToNetworkCmd()
        .withContainerId(container.getContainerId())
        .withNetworkId(network.getId())
        .withContainerNetwork(new ContainerNetwork().withAliases(name))
        .exec();
  }

  /** Pulls the plug: nothing it sends arrives, and nobody is told. */
  void leave(Network network) {
    docker()
        .disconnectFromNetworkCmd()
        .withContainerId(container.getContainerId())
        .withNetworkId(network.getId())
        .exec();
  }

  /** All its processes stand still; its connections stay open. */
  void freeze() {
    docker().pauseContainerCmd(container.getContainerId()).exec();
  }

  void thaw() {
    docker().unpauseContainerCmd(container.getContainerId()).exec();
  }

  /** Kills all its processes, as a power cut would. */
  void kill() {
    docker().killContainerCmd(container.getContainerId()).exec();
  }

  /** Starts a killed one again on its data and returns when it is ready. */
  void startAgain() {
    long before = timesReady();
    docker().startContainerCmd(container.getContainerId()).exec();
    await().atMost(READY_WAIT_MAX).until(() -> timesReady() > before);
  }

  /** What the image's health check says. */
  String health() {
    return container.getCurrentContainerInfo().getState().getHealth().getStatus();
  }

  /** Runs a command on it and returns what that printed. */
  String run(String... command) throws IOException, InterruptedException {
    ExecResult result = container.execInContainer(command);
    assertThat(result.getExitCode())
        .as("%s on %s said %s", List.of(command), name, result.getStderr())
        .isZero();
    return result.getStdout();
  }

  private long timesReady() {
    return container.getLogs().lines().filter(line -> line.startsWith(READY)).count();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  @Override
  public void close() {
    try {
      if (container.getContainerId() != null) {
        Path log = Path.of("target", "container", name + ".log");
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.writeString(log, container.getLogs());
      }
    } catch (IOException | RuntimeException e) {
      System.out.println("The log of " + name + " could not be kept: " + e.getMessage());
    } finally {
      container.close();
    }
  }
}
