package dev.tillbridge.pricebook;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.pricebook.pricelist.BadRow;
import dev.tillbridge.pricebook.pricelist.PriceList;
import dev.tillbridge.pricebook.pricelist.PriceListReader;
import dev.tillbridge.pricebook.pricelist.TaxCategories;
import dev.tillbridge.pricebook.pricelist.TaxFile;
import dev.tillbridge.pricebook.proposal.Merge;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Publication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pricebook publish PROPOSAL} and {@code pricebook publish FILE.csv}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes a proposal: tonight, or --now, or --at a time; --canary lets some stores try it.",
      "Or publishes a price list of our own format at once, as all items of the price book: what",
      "is not in it is gone. Promotions and price zones stay.",
      "Columns: code, name, price, tax, barcodes (several separated by a blank or |).",
      "One wrong row refuses the whole list; nothing is published then."
    })
final class PublishCommand implements Callable<Integer> {

  private static final int BAD_ROWS_PRINTED_MAX = 500;

  private final Clock clock;

  @Mixin private final HqConnection hq = new HqConnection();

  @Parameters(
      paramLabel = "PROPOSAL|FILE.csv",
      description = "A proposal's number, or a price list, UTF-8, with commas.")
  private String what = "";

  @ArgGroup(exclusive = false, heading = "Of a proposal:%n")
  private ProposalPublish proposal = new ProposalPublish();

  @Option(
      names = "--tax",
      paramLabel = "CATEGORY=PERCENT",
      description = "A tax category, for example STANDARD=20. May be repeated.")
  private List<String> taxes = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "inclusive|exclusive",
      description = "Whether prices hold the tax of --tax already. Default: ${DEFAULT-VALUE}.")
  private TaxMode mode = TaxMode.INCLUSIVE;

  @Option(
      names = "--tax-file",
      paramLabel = "TAXES.csv",
      description =
          "Tax categories from a file instead, columns: category, name, percent, mode. Without"
              + " --tax and --tax-file those of the published book stay.")
  private @Nullable Path taxFile;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who publishes, for the manifest. Default: the name of your login.")
  private String by = System.getProperty("user.name", "unknown");

  @Spec private @Nullable CommandSpec spec;

  PublishCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    if (what.matches("[0-9]{1,9}")) {
      return hq.atDesk(
          clock,
          desk ->
              OutcomePrint.tell(
                  proposal.publish(desk, Integer.parseInt(what), by), desk, commandSpec()));
    }
    Path list = Path.of(what);
    if (!Files.isReadable(list)) {
      throw new IllegalArgumentException(
          "Cannot read the price list " + list.toAbsolutePath() + ". Nothing was published.");
    }
    return hq.run(clock, (publisher, currency) -> publish(list, publisher, currency));
  }

  private int publish(Path list, PriceBookPublisher publisher, CurrencyUnit currency)
      throws IOException {
    TaxCategories categories = categories(publisher);
    return switch (PriceListReader.read(list, categories, currency)) {
      case PriceList.Refused(List<BadRow> badRows) -> refused(list, badRows);
      case PriceList.Read(List<BookValue.Item> items) -> {
        List<BookValue> book = new ArrayList<>(categories.all());
        book.addAll(items);
        yield tell(publisher.publish(Merge.ofKinds(publisher.values(), book), by));
      }
    };
  }

  private TaxCategories categories(PriceBookPublisher publisher) throws IOException {
    if (taxFile != null) {
      if (!taxes.isEmpty()) {
        throw new IllegalArgumentException(
            "Give --tax or --tax-file, not both. Nothing was published.");
      }
      return new TaxCategories(TaxFile.read(taxFile));
    }
    if (!taxes.isEmpty()) {
      return new TaxCategories(taxes.stream().map(t -> TaxCategories.parse(t, mode)).toList());
    }
    List<BookValue.TaxCategory> published =
        publisher.values().stream()
            .filter(BookValue.TaxCategory.class::isInstance)
            .map(BookValue.TaxCategory.class::cast)
            .toList();
    if (published.isEmpty()) {
      throw new IllegalArgumentException(
          "No tax category is known: none is published yet. Give --tax STANDARD=20 --mode inclusive"
              + " or --tax-file TAXES.csv. Nothing was published.");
    }
    return new TaxCategories(published);
  }

  private int refused(Path list, List<BadRow> badRows) {
    PrintWriter err = commandSpec().commandLine().getErr();
    badRows.stream().limit(BAD_ROWS_PRINTED_MAX).forEach(row -> err.println("  " + row));
    if (badRows.size() > BAD_ROWS_PRINTED_MAX) {
      err.println("  and " + (badRows.size() - BAD_ROWS_PRINTED_MAX) + " more");
    }
    err.println(
        "%s is refused: %,d problem%s, listed above. Nothing was published."
            .formatted(list, badRows.size(), badRows.size() == 1 ? "" : "s"));
    err.flush();
    return Main.REFUSED;
  }

  private int tell(Publication publication) {
    PrintWriter out = commandSpec().commandLine().getOut();
    PrintWriter err = commandSpec().commandLine().getErr();
    int code =
        switch (publication) {
          case Publication.Published(Manifest manifest, int added, int changed, int gone) -> {
            out.println(
                "Published price book version %d: %,d values (%,d new, %,d changed, %,d gone), hash %s."
                    .formatted(
                        manifest.version(),
                        manifest.count(),
                        added,
                        changed,
                        gone,
                        manifest.hash().substring(0, 12)));
            out.println(
                "Registers with a link switch to it within seconds; the others when it is back.");
            yield 0;
          }
          case Publication.Unchanged(Manifest manifest) -> {
            out.println(
                "This is price book version %d already, published %s by %s. No new version was made."
                    .formatted(manifest.version(), manifest.publishedAt(), manifest.publishedBy()));
            yield 0;
          }
          case Publication.Refused(List<String> problems) -> {
            problems.stream().limit(BAD_ROWS_PRINTED_MAX).forEach(err::println);
            err.println("The book is refused for the reasons above. Nothing was published.");
            yield Main.REFUSED;
          }
          case Publication.Overtaken(long version) -> {
            err.println(
                "Somebody else published version %d while this list was compared. Nothing of this list was published. Look at it (pricebook status), then publish again if this list is still wanted."
                    .formatted(version));
            yield Main.REFUSED;
          }
          case Publication.Mixed(Manifest manifest) -> {
            err.println(
                "Version %d is mixed with somebody else's publish, so no register will take it: they ring on with the book they have. Publish again now."
                    .formatted(manifest.version()));
            yield Main.FAULT;
          }
        };
    out.flush();
    err.flush();
    return code;
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
