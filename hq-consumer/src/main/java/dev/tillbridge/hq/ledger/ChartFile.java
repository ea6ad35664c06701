package dev.tillbridge.hq.ledger;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a chart of accounts: one account a line, {@code code,name,type,uses}, uses separated by
 * blanks; lines that start with {@code #} are remarks.
 */
public final class ChartFile {

  private static final String STANDARD = "/dev/tillbridge/hq/ledger/chart-of-accounts.csv";

  private final String name;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<AccountUse, String> uses = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  private ChartFile(String name) {
    this.name = name;
  }

  /**
   * The chart in that file.
   *
   * @throws InvalidSetting naming file, line, what is wrong and what is allowed
   */
  public static ChartOfAccounts read(Path file) {
    try {
      return new ChartFile(file.toString()).parse(Files.readString(file));
    } catch (IOException e) {
      throw new InvalidSetting(
          "Cannot read the chart of accounts " + file.toAbsolutePath() + ": " + e.getMessage());
    }
  }

  /** The chart used when none is configured. */
  public static ChartOfAccounts standard() {
    try (InputStream in = ChartFile.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException(STANDARD + " is not in this program.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ChartFile("the standard chart of accounts").parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChartOfAccounts parse(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        parseLine(i + 1, line);
      }
    }
    try {
      return new ChartOfAccounts(accounts, uses);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(name + ": " + e.getMessage() + "; give it to an account.");
    }
  }

  private void parseLine(int number, String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != 4 || fields[0].isBlank() || fields[1].isBlank()) {
      throw wrong(number, line, "code,name,type,uses (uses may be empty)");
    }
    Account account = new Account(fields[0].strip(), fields[1].strip(), type(number, fields[2]));
    if (!codes.add(account.code())) {
      throw wrong(number, account.code(), "each code once");
    }
    accounts.add(account);
    for (String use : fields[3].strip().split("\\s+")) {
      if (!use.isEmpty()) {
        assign(number, use, account.code());
      }
    }
  }

  private AccountType type(int number, String text) {
    try {
      return AccountType.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong(number, text, "asset, liability, income or expense");
    }
  }

  private void assign(int number, String text, String code) {
    AccountUse use;
    try {
      use = AccountUse.parse(text);
    } catch (NumberFormatException e) {
      throw wrong(number, text, "a percentage such as tax:20 or tax:5.5");
    } catch (IllegalArgumentException e) {
      throw wrong(number, text, String.valueOf(e.getMessage()));
    }
    String other = uses.putIfAbsent(use, code);
    if (other != null) {
      throw wrong(number, text, "each use once; account " + other + " has it already");
    }
  }

  private InvalidSetting wrong(int number, String value, String allowed) {
    return new InvalidSetting(
        name
            + ", line "
            + number
            + ": \""
            + value
            + "\" is not allowed; expected "
            + allowed
            + ".");
  }
}
