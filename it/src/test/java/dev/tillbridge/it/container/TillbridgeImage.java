package dev.tillbridge.it.container;

import dev.tillbridge.it.requirement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The image as {@code ./tillbridge image} builds it; once for all tests of a run. */
final class TillbridgeImage {

  private static final String TAG = "tillbridge:test";
  private static final long BUILD_MINUTES_MAX = 5;
  private static final Path LOG = Path.of("target", "container", "image.log");

  private static @Nullable DockerImageName built;

  private TillbridgeImage() {}

  /**
   * Builds it; without a Docker engine the test is skipped, or fails under {@code
   * -Dtillbridge.require=docker}.
   */
  static synchronized DockerImageName builtOrSkip() throws IOException, InterruptedException {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Requirement.DOCKER.missing(
          "No Docker engine answers, so no container was tried. Start one, or let"
              + " .ci/docker-engine start it (Debian: docker.io, mmdebstrap).");
    }
    if (built == null) {
      build();
      built = DockerImageName.parse(TAG);
    }
    return built;
  }

  private static void build() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("tillbridge.home", "..")).toAbsolutePath().normalize();
    Files.createDirectories(LOG.toAbsolutePath().getParent());
    Process build =
        new ProcessBuilder(home.resolve("tillbridge").toString(), "image", "--tag", TAG)
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    if (!build.waitFor(BUILD_MINUTES_MAX, TimeUnit.MINUTES)) {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly();
    }
    if (build.waitFor() != 0) {
      throw new IllegalStateException(
          "./tillbridge image ended with code %d. It said:%n%s"
              .formatted(build.exitValue(), Files.readString(LOG)));
    }
  }
}
