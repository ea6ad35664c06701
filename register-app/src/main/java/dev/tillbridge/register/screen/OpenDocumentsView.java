package dev.tillbridge.register.screen;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.Instalment;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.document.DocumentDesk;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.document.DocumentWords;
import dev.tillbridge.register.document.OpenElsewhere;
import dev.tillbridge.register.document.Schedule;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the documents panel and {@code /documents.json} show.
 *
 * @param today the business date
 * @param canBegin whether the ticket in hand can become a document
 * @param free whether nothing is in hand, so that a document can be taken up
 * @param query by which they were searched, empty for all
 * @param documents of this lane
 * @param others of other lanes, at most {@value #OTHERS_MAX}
 * @param more how many of other lanes fit besides
 * @param asking what is said while another lane is asked, empty when none is
 */
public record OpenDocumentsView(
    LocalDate today,
    DocumentRules rules,
    boolean canBegin,
    boolean free,
    String query,
    List<Row> documents,
    List<Row> others,
    int more,
    String asking) {

  static final int OTHERS_MAX = 30;

  /**
   * An open document.
   *
   * @param who customer and label, empty for neither
   * @param next instalment, null for none
   * @param expired whether a quote's prices are no longer promised
   * @param here whether this lane has it
   * @param at the lane that has it
   * @param age of what is known of it, empty when it was never told or this lane has it
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
      boolean expired,
      boolean here,
      String at,
      String age) {

    /** Whether money is paid on it before the goods go out. */
    public boolean takesMoney() {
      return kind == DocumentKind.ORDER || kind == DocumentKind.LAYAWAY;
    }
  }

  static OpenDocumentsView of(ScreenParts parts, String query) {
    Lane lane = parts.lane();
    LaneView view = lane.view();
    LaneView.Drawer drawer = view.drawer();
    LocalDate today = drawer == null ? view.standing().nextBusinessDate() : drawer.businessDate();
    DocumentDesk desk = parts.desks().documents();
    String asking = asking(desk, parts.words()); // before the answer is looked at
    List<OpenElsewhere> others = desk.others().find(query);
    return new OpenDocumentsView(
        today,
        lane.documentRules(),
        !view.ticket().lines().isEmpty()
            && view.ticket().tenders().isEmpty()
            && view.ticket().particulars().document() == null,
        view.ticket().isEmpty(),
        query,
        desk.own(query).stream()
            .map(document -> row(document, today, true, view.lane().toString(), ""))
            .toList(),
        others.stream()
            .limit(OTHERS_MAX)
            .map(each ->
                row(
                    each.document(),
                    today,
                    false,
                    each.at().toString(),
                    each.asOf() == null
                        ? ""
                        : TimeWords.of(Duration.between(each.asOf(), parts.clock().instant()))))
            .toList(),
        Math.max(0, others.size() - OTHERS_MAX),
        asking);
  }

  /** For a document, or for what neighbours have. */
  private static String asking(DocumentDesk desk, Words words) {
    String neighbours =
        desk.others().asking().stream().map(LaneId::toString).collect(Collectors.joining(", "));
    return Objects.requireNonNullElse(
        AskedWords.asking(desk.told(), words),
        neighbours.isEmpty() ? "" : words.of(Word.ASKING, neighbours));
  }

  private static Row row(Document document, LocalDate today, boolean here, String at, String age) {
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
        document.kind() == DocumentKind.QUOTE && due != null && due.isBefore(today),
        here,
        at,
        age);
  }
}
