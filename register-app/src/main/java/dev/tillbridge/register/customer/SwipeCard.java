package dev.tillbridge.register.customer;

import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardSwipe;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * Puts the customer whose card was drawn through the reader on the open ticket.
 *
 * @param others whom HQ told of
 */
public record SwipeCard(CardSwipe swipe, People others) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return switch (swipe) {
      case CardSwipe.Unreadable(DeviceOutcome.Fault why) ->
          Optional.of(new CardRefusal.NotRead(why.message(), why.nextStep()));
      case CardSwipe.OfBank(Card _) -> Optional.of(new CardRefusal.PaymentCard());
      case CardSwipe.OfCustomer(String number) ->
          CardHolder.of(number, till.state().open().customers(), others)
              .map(holder -> new ChooseCustomer(holder.id(), others).carryOut(till))
              .orElseGet(() -> Optional.of(new CardRefusal.NobodyHas(number)));
    };
  }
}
