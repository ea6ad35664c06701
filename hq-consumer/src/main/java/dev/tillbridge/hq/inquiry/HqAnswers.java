package dev.tillbridge.hq.inquiry;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.returns.KnownTicket;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.BiFunction;

/** HQ's answer to each question, from its books; throws when they do not answer. */
public final class HqAnswers implements BiFunction<LaneId, Inquiry, Answer> {

  private final Books books;
  private final Clock clock;

  public HqAnswers(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  @Override
  public Answer apply(LaneId lane, Inquiry inquiry) {
    return books.write(
        session -> session.doReturningWork(connection -> answer(connection, lane, inquiry)));
  }

  private Answer answer(Connection connection, LaneId lane, Inquiry inquiry) throws SQLException {
    return switch (inquiry) {
      case Inquiry.OfTicket(String number) -> ticket(connection, number);
      case Inquiry.OfStoredValue asked ->
          KeptValue.answer(connection, lane, asked, clock.instant());
      case Inquiry.TakeOver(String number) ->
          Claims.answer(connection, lane, number, clock.instant());
      case Inquiry.OpenDocuments open ->
          new Answer.No("HQ has no documents open itself; ask the register.");
    };
  }

  private static Answer ticket(Connection connection, String number) throws SQLException {
    return KnownTicket.find(connection, number)
        .<Answer>map(known ->
            new Answer.TicketFound(known.ticket(), known.sold().recordedAt(), known.cameBack()))
        .orElseGet(() -> new Answer.NotKnown(number));
  }
}
