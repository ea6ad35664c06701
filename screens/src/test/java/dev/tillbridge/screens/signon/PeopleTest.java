package dev.tillbridge.screens.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

  private static final String HASH = PasswordHash.hash("1111", new SecureRandom()).encoded();

  @TempDir private Path folder;

  @Test
  void peopleAreReadInTheOrderOfTheirIds() throws IOException {
    People people =
        read(
            "bo.name=Bo\nbo.role=manager\nbo.pin=%s\nann.name=Ann Ek\nann.role=clerk\nann.password=%s\n"
                .formatted(HASH, HASH));

    assertThat(people.all())
        .containsExactly(
            new Person("ann", "Ann Ek", Role.CLERK), new Person("bo", "Bo", Role.MANAGER));
  }

  @Test
  void aRoleThatIsNotForThisScreenIsRefused() {
    refused(
        "ann.name=Ann\nann.role=accountant\nann.pin=" + HASH,
        "person \"ann\": the role \"accountant\" is not one of clerk, manager");
  }

  @Test
  void aPinThatIsNotHashedIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> read("ann.name=Ann\nann.role=clerk\nann.pin=1234"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("not a hash")
        .hasMessageNotContaining("1234");
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() {
    refused("ann.role=clerk\nann.pin=" + HASH, "the key \"ann.name\" is missing");
    refused("ann.name=Ann\nann.role=clerk", "exactly one of ann.pin and ann.password");
    refused("ann.nmae=Ann", "the key \"ann.nmae\" is unknown");
    refused("somebody=Ann", "the key \"somebody\" is not ID.name");
    refused("", "nobody is in it");
  }

  private void refused(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(message)
        .hasMessageContaining("people.properties");
  }

  private People read(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("people.properties"), content);
    return People.read(file, Set.of(Role.CLERK, Role.MANAGER));
  }
}
