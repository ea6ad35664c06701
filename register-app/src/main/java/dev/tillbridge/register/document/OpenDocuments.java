package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What commands ask about the documents of this lane. */
final class OpenDocuments {

  private OpenDocuments() {}

  /** The open document, when nothing is on the ticket in hand; otherwise a refusal. */
  static Optional<Refusal> take(
      AtTheTill till, String number, Function<Document, Optional<Refusal>> then) {
    if (!till.ticket().isEmpty()) {
      return Optional.of(new Refusal.TicketInProgress(till.ticket().lines().size(), till.due()));
    }
    return till.state()
        .open()
        .document(number)
        .map(then)
        .orElseGet(() -> Optional.of(new DocumentRefusal.NotOpen(number)));
  }

  /** The number of the next document of this lane. */
  static String nextNumber(AtTheTill till) {
    return till.lane() + "-D" + till.numbering().nextDocument(till.state());
  }

  static DrawerSession session(AtTheTill till) {
    return Objects.requireNonNull(till.session(), "checked: drawer is open");
  }

  static LocalDate today(AtTheTill till) {
    return session(till).businessDate();
  }
}
