package dev.tillbridge.it.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

  private static final Duration WAIT_MAX = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void killedProgramStartsAgainAndIsReadyAgain() {
    try (Program program = patient()) {
      program.launch();
      program.awaitReady(WAIT_MAX);
      long first = program.handle().orElseThrow().pid();

      program.kill();
      assertThat(program.handle()).isEmpty();
      program.launch();
      program.awaitReady(WAIT_MAX);

      assertThat(program.handle().orElseThrow().pid()).isNotEqualTo(first);
    }
  }

  @Test
  void stoppedProgramEndsInOrder() throws IOException {
    try (Program program = patient()) {
      program.launch();
      program.awaitReady(WAIT_MAX);

      program.stop();

      assertThat(program.handle()).isEmpty();
      assertThat(Files.readString(program.log())).contains("ended in order");
    }
  }

  @Test
  void programThatCannotStartSaysWhyInItsOwnWords() {
    try (Program program = patient("8080")) {
      program.launch();

      assertThatThrownBy(() -> program.awaitReady(WAIT_MAX))
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("ended with code 2")
          .hasMessageContaining("The port 8080 is taken.");
    }
  }

  private Program patient(String... arguments) {
    return new Program(
        new Recipe(
            "patient",
            Patient.class.getName(),
            List.of(arguments),
            folder.resolve("patient.log"),
            64));
  }
}
