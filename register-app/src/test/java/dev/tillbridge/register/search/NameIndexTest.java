package dev.tillbridge.register.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class NameIndexTest {

  private static final List<String> WORDS =
      List.of(
          "čokolada",
          "mliječna",
          "Đačka",
          "torba",
          "lantern",
          "white",
          "metal",
          "T-light",
          "holder",
          "Żubr",
          "smør",
          "crème",
          "brûlée",
          "straße",
          "mug",
          "1,5l",
          "Šećer",
          "kruh",
          "bread");

  @Test
  void wordsAreFoundByTheirBeginningsInAnyOrder() {
    NameIndex index = index("White metal lantern", "Lantern holder", "Enamel mug");

    assertThat(index.find("lan wh", 10).codes()).containsExactly("I0");
    assertThat(index.find("lantern", 10).codes()).containsExactly("I1", "I0");
    assertThat(index.find("lantern", 1).codes()).containsExactly("I1");
    assertThat(index.find("lantern", 1).total()).isEqualTo(2);
    assertThat(index.find("antern", 10).codes()).isEmpty();
  }

  @Test
  void marksAndCapitalsMakeNoDifferenceEitherWay() {
    NameIndex index = index("Mliječna čokolada", "Đačka torba", "Smørbrød", "Straße 5");

    assertThat(index.find("cokolada MLIJECNA", 10).codes()).containsExactly("I0");
    assertThat(index.find("čok", 10).codes()).containsExactly("I0");
    assertThat(index.find("dacka", 10).codes()).containsExactly("I1");
    assertThat(index.find("smorbrod", 10).codes()).containsExactly("I2");
    assertThat(index.find("strasse", 10).codes()).containsExactly("I3");
  }

  @Test
  void aCodeIsFoundByItsBeginning() {
    assertThat(index("White lantern", "Mug").find("i1", 10).codes()).containsExactly("I1");
  }

  @Test
  void nothingIsFoundWithoutAWord() {
    assertThat(index("Mug").find(" -- ", 10).codes()).isEmpty();
    assertThat(index().find("mug", 10).total()).isZero();
  }

  /** Whatever the names: the index says what looking at every name says. */
  @Test
  void findsWhatReadingEveryNameFinds() {
    long seed = Long.getLong("tillbridge.seed", System.nanoTime());
    System.out.println("Seed " + seed);
    RandomGenerator random = new SplittableRandom(seed);
    List<BookValue.Item> items = new ArrayList<>();
    for (int n = 0; n < 2_000; n++) {
      items.add(item(n, name(random)));
    }
    NameIndex index = index(items);

    for (int query = 0; query < 2_000; query++) {
      List<String> asked = new ArrayList<>();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        asked.add(word.substring(0, random.nextInt(1, word.length() + 1)));
      }
      String text = String.join(" ", asked);

      long expected = items.stream().filter(item -> fits(item, text)).count();

      assertThat(index.find(text, 5).total())
          .as("\"%s\", seed %d", text, seed)
          .isEqualTo((int) expected);
    }
  }

  @Test
  void aHundredThousandItemsTakeLessThanTenMegabytes() {
    RandomGenerator random = new SplittableRandom(7);
    List<BookValue.Item> items = new ArrayList<>();
    for (int n = 0; n < 100_000; n++) {
      items.add(item(n, name(random) + " " + random.nextInt(30_000)));
    }

    NameIndex index = index(items);

    assertThat(index.size()).isEqualTo(100_000);
    assertThat(index.bytes()).isLessThan(10_000_000);
  }

  private static boolean fits(BookValue.Item item, String text) {
    List<String> words = new ArrayList<>(Fold.words(item.name()));
    words.addAll(Fold.words(item.code()));
    List<String> asked = Fold.words(text);
    return !asked.isEmpty()
        && asked.stream().allMatch(word -> words.stream().anyMatch(w -> w.startsWith(word)));
  }

  private static String name(RandomGenerator random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  private static NameIndex index(String... names) {
    List<BookValue.Item> items = new ArrayList<>();
    for (String name : names) {
      items.add(item(items.size(), name));
    }
    return index(items);
  }

  private static NameIndex index(List<BookValue.Item> items) {
    NameIndexBuilder builder = new NameIndexBuilder();
    items.forEach(item -> assertThat(builder.add(item)).isTrue());
    return builder.build();
  }

  private static BookValue.Item item(int number, String name) {
    return new BookValue.Item("I" + number, name, Money.parse("GBP 1.00"), "standard", List.of());
  }
}
