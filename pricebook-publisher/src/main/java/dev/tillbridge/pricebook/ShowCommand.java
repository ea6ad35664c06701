package dev.tillbridge.pricebook;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.BookValue.TaxCategory;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pricebook show BARCODE-OR-CODE...}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows items of the published price book.")
final class ShowCommand implements Callable<Integer> {

  private final Clock clock;

  @Mixin private final HqConnection hq = new HqConnection();

  @Parameters(
      arity = "1..*",
      paramLabel = "BARCODE-OR-CODE",
      description = "What a clerk would scan or type.")
  private List<String> wanted = List.of();

  @Spec private @Nullable CommandSpec spec;

  ShowCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    return hq.run(clock, (publisher, currency) -> print(publisher));
  }

  private int print(PriceBookPublisher publisher) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<BookValue> book = publisher.values();
    int missing = 0;
    for (String text : wanted) {
      List<Item> found = find(book, text.strip());
      if (found.isEmpty()) {
        missing++;
        out.println(text + ": not in the published price book");
      }
      found.forEach(item -> out.println(words(item, book)));
    }
    out.flush();
    return missing == 0 ? 0 : Main.FAULT;
  }

  private static List<Item> find(List<BookValue> book, String text) {
    List<Item> items = only(book, Item.class).toList();
    List<Item> byBarcode = items.stream().filter(i -> i.barcodes().contains(text)).toList();
    return byBarcode.isEmpty()
        ? items.stream().filter(item -> item.code().equals(text)).toList()
        : byBarcode;
  }

  private static String words(Item item, List<BookValue> book) {
    String tax =
        only(book, TaxCategory.class)
            .filter(category -> category.rate().category().equals(item.taxCategory()))
            .findFirst()
            .map(c -> c.rate().percent() + " % " + c.rate().mode().name().toLowerCase(Locale.ROOT))
            .orElse("no rate");
    return "%s  %s  %s  tax %s (%s)  barcodes %s"
        .formatted(
            item.code(),
            item.name(),
            item.price(),
            item.taxCategory(),
            tax,
            item.barcodes().isEmpty() ? "none" : String.join(" ", item.barcodes()));
  }

  private static <T extends BookValue> Stream<T> only(List<BookValue> book, Class<T> kind) {
    return book.stream().filter(kind::isInstance).map(kind::cast);
  }
}
