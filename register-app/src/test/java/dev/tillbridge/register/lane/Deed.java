package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;

import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.returns.BlindReturn;
import java.math.BigDecimal;
import java.time.Duration;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What somebody does at the lane in {@link AnyApprovalTest}; money is in pence. */
sealed interface Deed {

  Outcome at(Shop shop);

  record Ring(String code, int pieces, @Nullable Long price) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      Money asked = price == null ? null : pence(price);
      return shop.lane.scan(new Scan(code, BigDecimal.valueOf(pieces), asked, "price", null));
    }
  }

  record Count(int line, int pieces) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.changeQuantity(line, BigDecimal.valueOf(pieces));
    }
  }

  record Price(int line, long price) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.overridePrice(line, pence(price), "price");
    }
  }

  record PercentOffLine(int line, int percent) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.discount(Discount.percent(line, Integer.toString(percent), "line"));
    }
  }

  record AmountOffLine(int line, long amount) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.discount(Discount.amount(line, pence(amount), "line"));
    }
  }

  /**
   * @param reason another one each time, so that it is told apart from what a line has
   */
  record PercentOffTicket(int percent, String reason) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.discount(Discount.percent(null, Integer.toString(percent), reason));
    }
  }

  record AmountOffTicket(long amount, String reason) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.discount(Discount.amount(null, pence(amount), reason));
    }
  }

  record VoidLine(int line) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.voidLine(line);
    }
  }

  record TakeBack() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.carryOut(new BlindReturn("damaged"));
    }
  }

  record SellAgain() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.backToSale();
    }
  }

  record Hold() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.carryOut(Begin.hold("coat"));
    }
  }

  record GoOn(String hold) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.carryOut(new Recall(hold));
    }
  }

  record VoidAll() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.voidTicket();
    }
  }

  record PayPart(long amount) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.tenderCash(pence(amount));
    }
  }

  record GivePartBack() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.giveBack(1);
    }
  }

  record PayRest() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.tenderExactCash();
    }
  }

  record ComesOn(Person who) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.signOn(who.id, who.pin);
    }
  }

  record Leaves() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.signOff();
    }
  }

  record PowerCut() implements Deed {
    @Override
    public Outcome at(Shop shop) {
      shop.lane.close();
      shop.clock.advance(Duration.ofSeconds(20));
      return new Outcome.Done(shop.restart().view());
    }
  }

  /** Asks for something while practising, and ends it. */
  record Practises(String code) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      Outcome begun = shop.lane.beginTraining();
      if (begun instanceof Outcome.Refused) {
        return begun;
      }
      shop.lane.openDrawer(gbp("10.00"));
      shop.lane.carryOut(new BlindReturn("damaged"));
      shop.scan(code, "1");
      shop.lane.discount(Discount.percent(1, "100", "line"));
      return shop.lane.endTraining();
    }
  }

  /**
   * @param read what this person read before, null for nothing
   */
  record Allows(Person who, boolean rightPin, @Nullable Question read) implements Deed {
    @Override
    public Outcome at(Shop shop) {
      return shop.lane.approve(
          who.id, rightPin ? who.pin : "0000", read == null ? null : read.number());
    }
  }

  /**
   * What a person's role did not allow, for another to allow.
   *
   * @param number as the screen has it
   * @param count of all questions of the sequence
   */
  record Question(Deed deed, Person clerk, long number, int count, String words) {
    @Override
    public String toString() {
      return "question " + count + " (" + number + ")";
    }
  }

  private static Money pence(long amount) {
    return Money.ofMinor(CurrencyUnit.GBP, amount);
  }
}
