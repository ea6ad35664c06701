package dev.tillbridge.register.training;

import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card payment while training: it is approved at once, and no terminal is asked.
 *
 * @param amount given positive; null for all that is due
 */
public record PracticeCard(@Nullable Money amount) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    if (!till.lane().register().equals(Practice.REGISTER)) {
      return Optional.of(new TrainingRefusal.NotTraining());
    }
    if (till.ticket().isEmpty()) {
      return Optional.of(new Refusal.EmptyTicket());
    }
    Money due = till.due();
    Money asked = amount == null ? due.abs() : amount;
    if (due.isZero() || !asked.isPositive()) {
      return Optional.of(new Refusal.ZeroTotal(till.ticket().kind()));
    }
    if (asked.isGreaterThan(due.abs())) {
      return Optional.of(new Refusal.MoreThanDue(due.abs(), asked, due.isNegative()));
    }
    Words words = till.profile().receipt().words();
    String key = till.lane() + "-" + (till.ticket().tenders().size() + 1);
    return till.pay(
        new Tender.Card(
            due.isNegative() ? asked.negated() : asked,
            new CardPayment(
                key,
                words.of(PaperWord.PRACTICE_CARD),
                "****",
                words.of(PaperWord.PRACTICE),
                CardApproval.OFFLINE,
                null)));
  }
}
