package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.KnownVersion;
import dev.tillbridge.hq.books.PriceFinding;
import dev.tillbridge.hq.books.PriceSummary;
import dev.tillbridge.hq.books.RegisterBook;
import dev.tillbridge.hq.books.TicketFile;
import dev.tillbridge.hq.books.TicketPrices;
import dev.tillbridge.screens.words.MoneyWords;
import dev.tillbridge.screens.words.TimeWords;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Price books, and how tickets compare with them, in words. */
public final class PriceWords {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

  private PriceWords() {}

  /** Which of the book's prices a line has. */
  public static String trace(TicketFile.Line line, long version) {
    TicketFile.Trace trace = line.trace();
    if (trace == null) {
      return "";
    }
    String zone = trace.zone() == null ? "" : ", zone " + trace.zone();
    String since = trace.since() == null ? "" : ", since " + moment(trace.since());
    String carried =
        trace.embedded() == null
            ? ""
            : ", " + trace.embedded().toLowerCase(Locale.ROOT) + " carried by the barcode";
    if (trace.event() != null) {
      return "Price of event " + trace.event() + carried;
    }
    return "Price book " + version + zone + since + carried;
  }

  /** What was taken off a line, and why. */
  public static String discount(TicketFile.Discount discount) {
    String by = discount.promotion() == null ? " (by hand)" : "";
    return MoneyWords.of(discount.amount().negated()) + " " + discount.name() + by;
  }

  /** How far a ticket's comparison has come. */
  public static String compared(TicketPrices prices, long version) {
    return switch (prices.state()) {
      case SAME -> "charged as price book " + version + " says";
      case DIFFERS -> "not charged as price book " + version + " says; see its lines";
      case NOT_PRICED -> "could not be compared with price book " + version;
      case DUE -> "price book " + version + "; not compared yet";
      case WAITING -> "price book " + version + ", which HQ does not have whole";
    };
  }

  /** In a word or two. */
  public static String badge(PriceFinding finding) {
    if (finding.line() == 0) {
      return "Not compared";
    }
    return switch (finding.difference().getAmount().signum()) {
      case 1 -> "Overcharged " + MoneyWords.of(finding.difference());
      case -1 -> "Undercharged " + MoneyWords.of(finding.difference().negated());
      default -> "Differs";
    };
  }

  /** The badge's colour: an overcharge is what a customer will come back for. */
  public static String level(PriceFinding finding) {
    return finding.line() > 0 && finding.difference().isPositive() ? "refusal" : "warning";
  }

  /** Whether a register has what was published for it. */
  public static Statement state(RegisterBook register, Words words) {
    Long version = register.version();
    Long newest = register.newest();
    String problem = register.problem();
    if (problem != null) {
      return Statement.refusal("Problem", problem);
    }
    if (version == null) {
      return Statement.warning("No price book", "It has taken none yet, and sells nothing.");
    }
    if (newest == null) {
      return Statement.calm("Not compared", "HQ knows of no published version yet.");
    }
    if (version < newest) {
      return Statement.warning(
          "Behind",
          "Version %d is published for its store; it was last heard %s."
              .formatted(newest, words.ago(register.heardAt())));
    }
    return Statement.ok("Newest", "");
  }

  /** Who gets a version. */
  public static String stores(KnownVersion version) {
    return version.stores().isEmpty()
        ? "all stores"
        : "first " + String.join(", ", version.stores());
  }

  /** Which versions HQ does not have. */
  public static String unknown(PriceSummary summary) {
    List<PriceSummary.Waiting> waiting = summary.waiting();
    if (waiting.size() == 1) {
      return "book version " + waiting.getFirst().version() + " is not known at HQ";
    }
    return waiting.stream()
        .map(each -> "%d (%s)".formatted(each.version(), TimeWords.count(each.tickets(), "ticket")))
        .collect(Collectors.joining(", ", "book versions ", " are not known at HQ"));
  }

  /** How many of those compared were not charged rightly, and what is still to be done. */
  public static String differing(PriceSummary summary) {
    String todo = summary.due() == 0 ? "" : String.format(Locale.UK, ", %,d to do", summary.due());
    if (summary.checked() == 0) {
      return "none yet" + todo;
    }
    return summary.differing() == 0
        ? "all charged as their book says" + todo
        : String.format(Locale.UK, "%,d not charged as their book says", summary.differing())
            + todo;
  }

  private static String moment(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? DATE.format(moment)
        : MOMENT.format(moment);
  }
}
