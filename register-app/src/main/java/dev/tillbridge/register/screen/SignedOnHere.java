package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.screens.signon.Person;
import java.util.function.Predicate;

/** A session is its clerk's as long as the lane is: signing off on one screen signs off on all. */
record SignedOnHere(Lane lane) implements Predicate<Person> {

  @Override
  public boolean test(Person person) {
    LaneView.SignedOn operator = lane.view().operator();
    return operator != null && operator.id().equals(person.id());
  }
}
