package dev.tillbridge.register.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TillFunctionsTest {

  private final List<TillFunction> all = TillFunctions.all(true);

  @Test
  void noNameAndNoKeyIsGivenTwice() {
    assertThat(all).extracting(TillFunction::name).doesNotHaveDuplicates();
    assertThat(all.stream().map(TillFunction::key).filter(key -> !key.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyFunctionWithAKeyStandsWhereItsKeyCanBeSeen() {
    assertThat(all)
        .filteredOn(
            function -> !function.key().isEmpty() && !function.equals(TillFunctions.SIMULATED))
        .noneMatch(function -> function.place() == TillFunction.Place.MENU);
  }

  @Test
  void everyFunctionButTheMenuItselfIsInTheMenuOnceAndAPageHasANumberForEach() {
    var menu = TillFunctions.menu(true);

    assertThat(menu.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(function -> !function.name().equals("menu")).toList());
    assertThat(menu.values()).allSatisfy(page -> assertThat(page.size()).isBetween(1, 9));
  }

  @Test
  void everyPanelHasATemplate() {
    assertThat(all.stream().filter(TillFunction::panel).map(TillFunction::name))
        .allSatisfy(name ->
            assertThat(getClass().getClassLoader().getResource(template(name)))
                .as(name)
                .isNotNull());
  }

  private static String template(String panel) {
    return "dev/tillbridge/register/templates/panel/Jte"
        + panel.replace("-", "")
        + "Generated.class";
  }
}
