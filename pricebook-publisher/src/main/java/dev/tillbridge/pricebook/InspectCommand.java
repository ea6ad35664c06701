package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.inspection.ProposedMapping;
import dev.tillbridge.pricebook.mapping.InvalidMapping;
import dev.tillbridge.pricebook.mapping.Mapping;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pricebook inspect FILE}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at a supplier's price list and proposes a mapping to read, correct and save.",
      "Then tries it and says what an import would give. Nothing is imported."
    })
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The price list: CSV, TSV or XLSX.")
  private @Nullable Path file;

  @Option(
      names = "--out",
      paramLabel = "M.yaml",
      description = "Writes the mapping there; an existing file is never overwritten.")
  private @Nullable Path mappingFile;

  @Option(
      names = "--config",
      paramLabel = "HQ.properties",
      description = "HQ's settings file, for its currency.")
  private @Nullable Path config;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path list = Objects.requireNonNull(file);
    if (!Files.isReadable(list)) {
      throw new IllegalArgumentException(
          "Cannot read the price list " + list.toAbsolutePath() + ". Nothing was proposed.");
    }
    if (mappingFile != null && Files.exists(mappingFile)) {
      throw new IllegalArgumentException(
          mappingFile + " exists already and stays as it is. Give another name to --out.");
    }
    String yaml = ProposedMapping.of(list);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (mappingFile == null) {
      out.println(yaml);
    } else {
      Files.writeString(mappingFile, yaml);
      out.println("The proposed mapping is in " + mappingFile + ". Read and correct it, then:");
      out.println("  ./tillbridge pricebook import %s --mapping %s".formatted(list, mappingFile));
    }
    tryOut(list, yaml, out);
    out.flush();
    return 0;
  }

  private void tryOut(Path list, String yaml, PrintWriter out) throws IOException {
    try {
      Mapping mapping = Mapping.parse(yaml, "the proposed mapping");
      boolean named = mapping.currency() != null || config != null;
      CurrencyUnit currency =
          named ? ImportCurrency.of(mapping.currency(), config) : CurrencyUnit.EUR;
      ImportedList tried = PriceListImport.read(list, mapping, currency);
      out.println("# An import with it, as it is, would give:");
      ImportReport.print(tried, out, "# ", 10);
    } catch (InvalidMapping e) {
      out.println("# It cannot be used before it is completed: " + e.getMessage());
    }
  }
}
