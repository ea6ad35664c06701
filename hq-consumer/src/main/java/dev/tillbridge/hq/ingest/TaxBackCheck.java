package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.ingest.FindingTable.Finding;
import dev.tillbridge.hq.ingest.FindingTable.Kind;
import dev.tillbridge.hq.returns.KnownTicket;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.journal.TaxBack;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the tax that registers gave back with a ticket's goods is the tax it charged, by {@link
 * TaxBack}. What differs is told in words, and is over when it fits after all.
 */
final class TaxBackCheck {

  private final KnownTicket known;
  private final Ticket sold;

  private TaxBackCheck(KnownTicket known) {
    this.known = known;
    this.sold = known.ticket();
  }

  static void look(Connection connection, String ticket, Instant now) throws SQLException {
    Optional<KnownTicket> known = KnownTicket.find(connection, ticket);
    if (known.isEmpty() || known.get().returns().isEmpty()) {
      return;
    }
    List<Finding> findings = new TaxBackCheck(known.get()).findings();
    for (Kind kind : List.of(Kind.OVER_TAXED, Kind.TAX_DIFFERS)) {
      List<Finding> ofKind = findings.stream().filter(each -> each.kind() == kind).toList();
      for (Finding finding : ofKind) {
        FindingTable.stands(connection, finding, now);
      }
      FindingTable.clearOthers(
          connection, kind, ticket + " ", ofKind.stream().map(Finding::subject).toList(), now);
    }
  }

  private List<Finding> findings() {
    return TaxBack.differences(sold, known.returns().stream().map(KnownTicket::ticket).toList())
        .stream()
        .map(this::finding)
        .toList();
  }

  private Finding finding(TaxBack.Difference difference) {
    return switch (difference) {
      case TaxBack.OfLine ofLine -> {
        String subject = sold.number() + " line " + ofLine.sold().number();
        yield finding(
            Kind.OVER_TAXED,
            subject,
            difference,
            "Ticket %s, %s: %s of tax was charged, and lines told %s to go back, %s too much: %s."
                .formatted(
                    subject,
                    ofLine.sold().name(),
                    difference.charged(),
                    difference.back(),
                    difference.over(),
                    places(line -> line == ofLine.sold().number())));
      }
      case TaxBack.OfRate ofRate -> {
        String rate = ofRate.rate().percent().toPlainString() + " % " + ofRate.rate().category();
        yield finding(
            Kind.TAX_DIFFERS,
            sold.number() + " " + rate,
            difference,
            "Ticket %s: all goods at %s came back; %s of tax was charged and %s went back, %s too %s: %s."
                .formatted(
                    sold.number(),
                    rate,
                    difference.charged(),
                    difference.back(),
                    difference.over().abs(),
                    difference.over().isNegative() ? "little" : "much",
                    places(line -> isAt(line, ofRate.rate()))));
      }
    };
  }

  private Finding finding(Kind kind, String subject, TaxBack.Difference difference, String detail) {
    JournalEntry newest = known.returns().getLast();
    return new Finding(
        kind,
        subject,
        newest.id().lane().toString(),
        newest.id().epoch(),
        newest.id().sequence(),
        difference.charged().getCurrencyUnit().getCode(),
        difference.over().getAmount(),
        detail);
  }

  private boolean isAt(int number, TaxRate rate) {
    List<TicketLine> lines = sold.lines();
    return number <= lines.size() && lines.get(number - 1).tax().equals(rate);
  }

  private String places(IntPredicate lines) {
    return known.returns().stream()
        .flatMap(entry -> places(entry, lines))
        .collect(Collectors.joining("; "));
  }

  private Stream<String> places(JournalEntry entry, IntPredicate lines) {
    Ticket ticket = KnownTicket.ticket(entry);
    return Returned.in(ticket.lines()).stream()
        .filter(back -> back.ticket().equals(sold.number()) && lines.test(back.line()))
        .map(back ->
            "%s on %s at %s, ticket %s%s"
                .formatted(
                    back.tax(),
                    entry.businessDate(),
                    entry.id().lane(),
                    ticket.number(),
                    ticket.exemption() == null ? "" : ", exempt"));
  }
}
