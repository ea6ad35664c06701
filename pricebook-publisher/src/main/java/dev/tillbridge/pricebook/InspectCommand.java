package dev.tillbridge.pricebook;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pricebook inspect FILE}. */
@Command(name = "inspect", mixinStandardHelpOptions = true, description = "Proposes a mapping.")
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The price list: CSV, TSV or XLSX.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    return 0;
  }
}
