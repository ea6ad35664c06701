package dev.tillbridge.register.drawer;

import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import org.joda.money.Money;

/** Why something about a drawer was not done. */
public sealed interface DrawerRefusal extends Refusal {

  record NoReason(String what) implements DrawerRefusal {
    @Override
    public String message() {
      return "A %s needs a reason of 1 to %d characters. Nothing was recorded."
          .formatted(what, LaneLimits.REASON_LENGTH_MAX);
    }
  }

  record NoAmount(Money amount) implements DrawerRefusal {
    @Override
    public String message() {
      return "%s cannot be moved; type an amount above zero and up to %s. Nothing was recorded."
          .formatted(amount, LaneLimits.AMOUNT_MAX.toPlainString());
    }
  }

  record NotSoMuchThere(Money amount, Money there) implements DrawerRefusal {
    @Override
    public String message() {
      return "%s cannot be taken out: by the tickets there is not so much in the drawer. Count it, or take less. Nothing was recorded."
          .formatted(amount);
    }
  }

  record NotCounted(Money amount) implements DrawerRefusal {
    @Override
    public String message() {
      return "%s cannot be what was counted. Nothing was closed.".formatted(amount);
    }
  }

  record CountIsNotTheSum(Money pieces, Money sum) implements DrawerRefusal {
    @Override
    public String message() {
      return "The pieces come to %s and the sum given is %s. Count again; nothing was closed."
          .formatted(pieces, sum);
    }
  }

  record ForeignNotCounted(Money expected) implements DrawerRefusal {
    @Override
    public String message() {
      return "There is cash in %s in this drawer too. Count it as well; nothing was closed."
          .formatted(expected.getCurrencyUnit().getCode());
    }
  }

  record NoSuchPerson(String id) implements DrawerRefusal {
    @Override
    public String message() {
      return "Nobody here has the operator name \"%s\". Nothing was handed over.".formatted(id);
    }
  }

  record NoSuchDrawer(long session) implements DrawerRefusal {
    @Override
    public String message() {
      return "Drawer session %d is not set aside here.".formatted(session);
    }
  }

  record AnotherDrawerIn(long session) implements DrawerRefusal {
    @Override
    public String message() {
      return "Drawer %d is in the register. Close it or set it aside first.".formatted(session);
    }
  }

  record TooManyAside(int most) implements DrawerRefusal {
    @Override
    public String message() {
      return "%d drawers are set aside already. Close one of them first.".formatted(most);
    }
  }
}
