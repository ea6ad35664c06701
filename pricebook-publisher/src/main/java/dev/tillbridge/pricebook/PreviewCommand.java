package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.preview.Basket;
import dev.tillbridge.pricebook.preview.Baskets;
import dev.tillbridge.pricebook.preview.Preview;
import dev.tillbridge.pricebook.records.ShopRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pricebook preview PROPOSAL --tickets N | --file FILE}. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Prices real baskets with the published book and with a proposal, and shows which come to",
      "something else. Prices changed by hand stay as they are on the ticket."
    })
final class PreviewCommand extends DeskCommand {

  private static final int LARGEST_SHOWN = 20;

  @Parameters(paramLabel = "PROPOSAL", description = "Its number.")
  private int number;

  @ArgGroup(multiplicity = "1")
  private @Nullable Source source;

  /** Where the baskets come from. */
  static final class Source {

    @Option(
        names = "--tickets",
        paramLabel = "N",
        description =
            "The newest N tickets that HQ posted, at most " + ShopRecords.TICKETS_MAX + ".")
    private int tickets;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "Invoices as CSV (InvoiceNo,StockCode,...) or journal entries one a line.")
    private @Nullable Path file;
  }

  PreviewCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) throws Exception {
    List<Basket> baskets = baskets(desk);
    if (baskets.isEmpty()) {
      out().println("There are no tickets to price.");
      return 0;
    }
    print(desk.preview(number, baskets));
    return 0;
  }

  private List<Basket> baskets(PriceDesk desk) throws Exception {
    Source from = Objects.requireNonNull(source);
    return from.file == null
        ? desk.recentBaskets(from.tickets)
        : Baskets.ofFile(from.file, desk.settings().currency());
  }

  private void print(Preview preview) {
    out()
        .println(
            "%,d baskets priced as of %s: %,d come to something else."
                .formatted(preview.baskets(), preview.moment(), preview.changed().size()));
    out()
        .println(
            "Together %s now, %s under the proposal: %s."
                .formatted(
                    preview.before(),
                    preview.after(),
                    signed(preview.after().minus(preview.before()))));
    preview.changed().stream()
        .limit(LARGEST_SHOWN)
        .forEach(basket ->
            out()
                .println(
                    "  %s: %s to %s (%s)"
                        .formatted(
                            basket.name(),
                            basket.before(),
                            basket.after(),
                            signed(basket.difference()))));
    if (!preview.lost().isEmpty()) {
      out().println("Items in these baskets that the proposal no longer has:");
      preview.lost().entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(LARGEST_SHOWN)
          .forEach(
              lost -> out().println("  %s on %,d lines".formatted(lost.getKey(), lost.getValue())));
    }
    preview
        .unpriced()
        .forEach((name, reason) -> out().println("Cannot be priced: " + name + ": " + reason));
  }

  private static String signed(Money difference) {
    return (difference.isPositive() ? "+" : "") + difference.getAmount().toPlainString();
  }
}
