package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.cat.CatInformation;
import dev.tillbridge.devices.javapos.CatRequest.Operation;
import dev.tillbridge.devices.peripherals.CardAnswer;
import dev.tillbridge.devices.peripherals.CardTerminal;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.Reversal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import jpos.CAT;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payments through a CAT control; says "not sent" only of what certainly was not. */
final class JavaPosCardTerminal implements CardTerminal {

  private enum Phase {
    WAITING,
    SENT,
    GIVEN_UP
  }

  private final DeviceLink<CAT> link;
  private final CatType type;
  private final Patience patience;

  JavaPosCardTerminal(DeviceLink<CAT> link, CatType type, Patience patience) {
    this.link = link;
    this.type = type;
    this.patience = patience;
  }

  @Override
  public CardAnswer authorise(Money amount, String key) {
    return ask(CatRequest.of(Operation.SALE, amount, key));
  }

  @Override
  public CardAnswer authoriseByCode(Money amount, String key, String code) {
    return ask(CatRequest.completion(amount, key, CatInformation.CODE, code));
  }

  @Override
  public CardAnswer sendStored(Money amount, String key, String token) {
    return ask(CatRequest.completion(amount, key, CatInformation.TOKEN, token));
  }

  @Override
  public CardAnswer refund(Money amount, String key) {
    return ask(CatRequest.of(Operation.REFUND, amount, key));
  }

  @Override
  public Reversal reverse(String key) {
    return switch (ask(CatRequest.reversal(key))) {
      case CardAnswer.Approved _ -> new Reversal.Reversed();
      case CardAnswer.Declined(String reason) -> new Reversal.Refused(reason);
      case CardAnswer.Referral(String reason) -> new Reversal.Refused(reason);
      case CardAnswer.PartlyApproved _ -> new Reversal.Pending("Only a part was reversed.");
      case CardAnswer.Unknown(String message) -> new Reversal.Pending(message);
      case CardAnswer.Unavailable(String message, _, _) -> new Reversal.Pending(message);
    };
  }

  private CardAnswer ask(CatRequest request) {
    AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
    AtomicReference<@Nullable CardAnswer> answer = new AtomicReference<>();
    Duration atTerminal = patience.payment().minus(patience.answer().dividedBy(2));
    DeviceOutcome outcome =
        link.ask(
            patience.payment(),
            cat -> {
              type.prepare(cat, request);
              if (phase.compareAndSet(Phase.WAITING, Phase.SENT)) {
                type.send(cat, request, atTerminal, answer::set);
              }
            });
    CardAnswer given = answer.get();
    if (given != null) {
      return given;
    }
    return switch (outcome) {
      case Done() -> new CardAnswer.Unknown("The card terminal ended without an answer.");
      case Fault fault when phase.compareAndSet(Phase.WAITING, Phase.GIVEN_UP) ->
          new CardAnswer.Unavailable(fault.message(), fault.nextStep(), null);
      case Fault fault -> new CardAnswer.Unknown(fault.message());
    };
  }
}
