package dev.tillbridge.model.pricing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.pricing.ExampleText.Example;
import dev.tillbridge.model.pricing.ExampleText.Line;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mistake in the worked examples is told with the line it is on. */
class ExampleTextTest {

  @Test
  void aPromotionNobodyUnderstandsNamesItsLine() {
    assertThatThrownBy(() -> basket("promotion P: 20 percent off on MILK", "1 MILK", "total 1.20"))
        .hasMessageContaining("line 41")
        .hasMessageContaining("no reward is \"20 percent off\"");
  }

  @Test
  void anExampleWithoutATotalNamesItsLine() {
    assertThatThrownBy(() -> basket("1 MILK"))
        .hasMessageContaining("line 40")
        .hasMessageContaining("a total");
  }

  @Test
  void anItemThatIsNotInTheBookNamesItsLine() {
    ExampleBasket example = basket("1 MLIK", "total 1.20");

    assertThatThrownBy(() -> example.lines(example.pricer()))
        .hasMessageContaining("line 41")
        .hasMessageContaining("the book has no MLIK");
  }

  @Test
  void aWrongLineOfTheBookNamesItself() {
    assertThatThrownBy(() -> ExampleBook.of(List.of(new Line(7, "itme MILK 1.20"))))
        .hasMessageContaining("line 7");
  }

  private static ExampleBasket basket(String... lines) {
    List<Line> numbered =
        IntStream.range(0, lines.length).mapToObj(i -> new Line(41 + i, lines[i])).toList();
    return new ExampleBasket(List.of(), new Example(new Line(40, "An example"), numbered));
  }
}
