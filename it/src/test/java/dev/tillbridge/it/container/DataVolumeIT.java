package dev.tillbridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** What an operator does to a store's data: a new container for an update, a copy by mistake. */
@Tag("docker")
@Tag("drill")
@Timeout(300)
class DataVolumeIT {

  private static final Duration READY_WAIT_MAX = Duration.ofSeconds(120);
  private static final String SETTINGS =
      """
      store.id = S01
      data.dir = /data
      secrets.dir = /config/secrets
      listen.host = 0.0.0.0
      listen.port = 61617
      uplink.host = 127.0.0.1
      uplink.port = 61616
      lanes = S01-R01
      """;

  private final List<String> volumes = new ArrayList<>();
  private @TempDir Path settings;
  private DockerImageName image;
  private DockerClient docker;

  @BeforeEach
  void writeSettings() throws Exception {
    image = TillbridgeImage.builtOrSkip();
    docker = DockerClientFactory.instance().client();
    Files.writeString(settings.resolve("store.properties"), SETTINGS);
    Files.createDirectory(settings.resolve("secrets"));
    Files.writeString(settings.resolve("secrets/S01.password"), "first");
    Files.writeString(settings.resolve("secrets/S01-R01.password"), "second");
  }

  @AfterEach
  void removeVolumes() {
    volumes.forEach(volume -> docker.removeVolumeCmd(volume).exec());
  }

  @Test
  void newContainerOnTheSameVolumeGoesOnWithItsEpoch() throws Exception {
    String volume = volume();
    String first;
    try (GenericContainer<?> store = store(volume)) {
      store.start();
      first = epoch(store);
      docker.restartContainerCmd(store.getContainerId()).exec();
      await().atMost(READY_WAIT_MAX).until(() -> timesReady(store) == 2);
    }

    try (GenericContainer<?> updated = store(volume)) {
      updated.start();

      assertThat(epoch(updated)).isEqualTo(first);
    }
  }

  @Test
  void copyOfAVolumeIsRefused() {
    String volume = volume();
    String copy = volume();
    try (GenericContainer<?> store = store(volume)) {
      store.start();
    }
    copy(volume, copy);

    try (GenericContainer<?> clone =
        store(copy)
            .withCreateContainerCmdModifier(create ->
                create.withEntrypoint("bash", "-c", "tillbridge store; echo ended with $?"))
            .waitingFor(Wait.forLogMessage("(?s).*ended with 2.*", 1))) {
      clone.start();

      assertThat(clone.getLogs()).contains("/data is a copy").doesNotContain("READY");
    }
  }

  private GenericContainer<?> store(String volume) {
    return new GenericContainer<>(image)
        .withCommand("store")
        .withCopyFileToContainer(MountableFile.forHostPath(settings, 0755), "/config")
        .withCreateContainerCmdModifier(create ->
            Objects.requireNonNull(create.getHostConfig())
                .withBinds(new Bind(volume, new Volume("/data"))))
        .waitingFor(
            Wait.forLogMessage("(?s).*READY store.*", 1).withStartupTimeout(READY_WAIT_MAX));
  }

  private void copy(String from, String to) {
    try (GenericContainer<?> copier =
        new GenericContainer<>(image)
            .withCreateContainerCmdModifier(create -> {
              create.withEntrypoint("cp", "-a", "/from/.", "/data/");
              Objects.requireNonNull(create.getHostConfig())
                  .withBinds(
                      new Bind(from, new Volume("/from")), new Bind(to, new Volume("/data")));
            })
            .withStartupCheckStrategy(new OneShotStartupCheckStrategy())) {
      copier.start();
    }
  }

  private String volume() {
    String name = docker.createVolumeCmd().exec().getName();
    volumes.add(name);
    return name;
  }

  private static long timesReady(GenericContainer<?> store) {
    return store.getLogs().lines().filter(line -> line.startsWith("READY store")).count();
  }

  private static String epoch(GenericContainer<?> store) throws Exception {
    Properties identity = new Properties();
    store.copyFileFromContainer(
        "/data/identity.properties",
        in -> {
          identity.load(in);
          return identity;
        });
    return identity.getProperty("epoch", "");
  }
}
