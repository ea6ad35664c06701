package dev.tillbridge.pricebook;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.comparison.Comparison;
import dev.tillbridge.pricebook.importing.ImportedBook;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.mapping.Mapping;
import dev.tillbridge.pricebook.proposal.Proposal;
import dev.tillbridge.pricebook.proposal.Proposed;
import dev.tillbridge.pricebook.terms.TermsFile;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pricebook import FILE --mapping M.yaml}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a supplier's price list by a mapping, checks it and proposes it.",
      "Nothing is published: a proposal is looked at first.",
      "With one bad row more than the mapping tolerates the whole list is refused."
    })
final class ImportCommand implements Callable<Integer> {

  private final Clock clock;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The price list: CSV, TSV or XLSX.")
  private @Nullable Path file;

  @Option(
      names = "--mapping",
      paramLabel = "M.yaml",
      description = "How the list is written; pricebook inspect FILE proposes one.")
  private @Nullable Path mappingFile;

  @Option(
      names = "--terms",
      paramLabel = "TERMS.yaml",
      description =
          "Promotions, zones, embedded barcodes, dated tax rates; alone or beside a price list.")
  private @Nullable Path termsFile;

  @Option(
      names = "--config",
      paramLabel = "HQ.properties",
      description = "HQ's settings file. Without it the list is only checked.")
  private @Nullable Path config;

  @Option(names = "--report", paramLabel = "R.csv", description = "Writes every bad row and note.")
  private @Nullable Path report;

  @Option(names = "--book", paramLabel = "OUT.jsonl", description = "Writes the values made.")
  private @Nullable Path book;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who proposes it. Default: the name of your login.")
  private String by = System.getProperty("user.name", "unknown");

  @Spec private @Nullable CommandSpec spec;

  ImportCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    boolean list = file != null && mappingFile != null;
    if (!list && (file != null || mappingFile != null || termsFile == null)) {
      throw new IllegalArgumentException(
          "Give a price list and its --mapping M.yaml, or --terms TERMS.yaml, or all of them. Nothing was imported.");
    }
    List<BookValue> values = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    CurrencyUnit currency = null;
    if (file != null && mappingFile != null) {
      Mapping mapping = Mapping.read(readable(mappingFile));
      currency = ImportCurrency.of(mapping.currency(), config);
      ImportedList imported = PriceListImport.read(readable(file), mapping, currency);
      ImportReport.print(imported, commandSpec().commandLine().getOut());
      if (report != null) {
        ImportReport.write(imported, report);
      }
      switch (imported) {
        case ImportedList.Taken taken -> values.addAll(taken.values());
        case ImportedList.Refused refused -> {
          return refused(refused);
        }
      }
      sources.add(String.valueOf(file.getFileName()));
    }
    if (termsFile != null) {
      CurrencyUnit known = currency == null ? termsCurrency(termsFile) : currency;
      values = ImportedBook.withTerms(values, TermsFile.read(readable(termsFile), known));
      sources.add(String.valueOf(termsFile.getFileName()));
    }
    return propose(values, String.join(" and ", sources));
  }

  private CurrencyUnit termsCurrency(Path terms) throws IOException {
    return ImportCurrency.of(TermsFile.currency(readable(terms)), config);
  }

  private static Path readable(Path path) {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "Cannot read " + path.toAbsolutePath() + ". Nothing was imported.");
    }
    return path;
  }

  private int propose(List<BookValue> values, String from) throws Exception {
    PrintWriter out = commandSpec().commandLine().getOut();
    if (book != null) {
      ImportReport.writeBook(values, book);
      out.println("%,d values written to %s.".formatted(values.size(), book));
    }
    if (config == null) {
      out.println(
          "All of it is in order. Nothing was proposed or published: give --config for that.");
      out.flush();
      return 0;
    }
    return HqConnection.atDesk(config, clock, desk -> told(desk.propose(values, from, by)));
  }

  private int told(Proposed proposed) {
    PrintWriter out = commandSpec().commandLine().getOut();
    PrintWriter err = commandSpec().commandLine().getErr();
    int code =
        switch (proposed) {
          case Proposed.Made(Proposal made, Comparison comparison, List<String> warnings) -> {
            warnings.forEach(out::println);
            out.println(
                "Proposal %d: %,d new, %,d changed, %,d gone, %,d outliers. Nothing is published yet. Next: pricebook diff %d, then pricebook %s %d."
                    .formatted(
                        made.number(),
                        made.counts().added(),
                        made.counts().changed(),
                        made.counts().gone(),
                        made.counts().outliers(),
                        made.number(),
                        made.needsApproval() ? "approve" : "publish",
                        made.number()));
            yield 0;
          }
          case Proposed.Unchanged(long version) -> {
            out.println(
                "This is price book version %d already. Nothing was proposed.".formatted(version));
            yield 0;
          }
          case Proposed.Refused(List<String> problems) -> {
            problems.forEach(err::println);
            err.println("The book is refused for the reasons above. Nothing was proposed.");
            yield Main.REFUSED;
          }
        };
    out.flush();
    err.flush();
    return code;
  }

  private int refused(ImportedList.Refused list) {
    PrintWriter out = commandSpec().commandLine().getOut();
    out.flush();
    PrintWriter err = commandSpec().commandLine().getErr();
    boolean whole = list.counts().leftOut() > list.counts().tolerated();
    err.println(
        whole
            ? "%s is refused: %,d bad rows, %,d are tolerated. Nothing was imported. Correct the list or the mapping, or raise rows.tolerance in %s."
                .formatted(file, list.counts().leftOut(), list.counts().tolerated(), mappingFile)
            : "%s is refused as a whole for the last reason above; no tolerance covers it. Nothing was imported."
                .formatted(file));
    err.flush();
    return Main.REFUSED;
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
