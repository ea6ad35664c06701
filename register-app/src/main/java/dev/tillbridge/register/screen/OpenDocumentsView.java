package dev.tillbridge.register.screen;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.Instalment;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.document.DocumentWords;
import dev.tillbridge.register.document.Schedule;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the documents panel and {@code /documents.json} show.
 *
 * @param today the business date
 * @param canBegin whether the ticket in hand can become a document
 * @param free whether nothing is in hand, so that a document can be taken up
 */
public record OpenDocumentsView(
    LocalDate today, DocumentRules rules, boolean canBegin, boolean free, List<Row> documents) {

  /**
   * An open document.
   *
   * @param who customer and label, empty for neither
   * @param next instalment, null for none
   * @param expired whether a quote's prices are no longer promised
   */
  public record Row(
      String number,
      DocumentKind kind,
      String title,
      String who,
      Money total,
      Money paid,
      Money balance,
      @Nullable LocalDate due,
      @Nullable Instalment next,
      boolean expired) {

    /** Whether money is paid on it before the goods go out. */
    public boolean takesMoney() {
      return kind == DocumentKind.ORDER || kind == DocumentKind.LAYAWAY;
    }
  }

  static OpenDocumentsView of(Lane lane) {
    LaneView view = lane.view();
    LaneView.Drawer drawer = view.drawer();
    LocalDate today = drawer == null ? view.standing().nextBusinessDate() : drawer.businessDate();
    return new OpenDocumentsView(
        today,
        lane.documentRules(),
        !view.ticket().lines().isEmpty()
            && view.ticket().tenders().isEmpty()
            && view.ticket().particulars().document() == null,
        view.ticket().isEmpty(),
        lane.state().open().documents().reversed().stream()
            .map(document -> row(document, today))
            .toList());
  }

  private static Row row(Document document, LocalDate today) {
    String customer = document.customer() == null ? "" : document.customer().name();
    String label = document.label() == null ? "" : document.label();
    LocalDate due = document.due();
    return new Row(
        document.number(),
        document.kind(),
        DocumentWords.of(document.kind()),
        customer.isEmpty() || label.isEmpty() ? customer + label : customer + ", " + label,
        document.total(),
        document.paid(),
        document.balance(),
        due,
        Schedule.next(document),
        document.kind() == DocumentKind.QUOTE && due != null && due.isBefore(today));
  }
}
