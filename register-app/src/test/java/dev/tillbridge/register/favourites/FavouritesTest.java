package dev.tillbridge.register.favourites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FavouritesTest {

  @TempDir private Path folder;

  @Test
  void pagesAndKeysKeepTheOrderOfTheFile() throws IOException {
    List<FavouritePage> pages =
        FavouritesFile.read(
            file(
                "page,colour,item,label\nPekara,Orange,1101,Kruh\nVoće,green,1201,\nPekara,red,1102,\n"));

    assertThat(pages).extracting(FavouritePage::title).containsExactly("Pekara", "Voće");
    assertThat(pages.getFirst().keys())
        .containsExactly(
            new FavouritePage.Favourite("1101", "Kruh", Colour.ORANGE),
            new FavouritePage.Favourite("1102", null, Colour.RED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fruit,pink,1201,|line 2: the colour \"pink\"; allowed are green, blue",
        "Fruit,green,,|line 2: a row without page or item",
        "Fruit,green|line 2: a row without page or item",
      })
  void aWrongRowStopsTheStartAndIsNamed(String row, String message) throws IOException {
    Path file = file("page,colour,item,label\n" + row + "\n");

    assertThatThrownBy(() -> FavouritesFile.read(file))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(message)
        .hasMessageContaining("Nothing was started");
  }

  @Test
  void aMissingFileStopsTheStart() {
    assertThatThrownBy(() -> FavouritesFile.read(folder.resolve("none.csv")))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void theSampleFileIsRight() {
    assertThat(FavouritesFile.read(Path.of("../config/favourites.csv"))).hasSize(3);
  }

  @Test
  void withoutAFileNothingIsShownUntilSomethingWasSold() {
    assertThat(Favourites.of(new SoldMost()).pages(code -> Optional.empty())).isEmpty();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("favourites.csv"), text);
  }
}
