package dev.tillbridge.register.screen;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.register.customer.AddCustomer;
import dev.tillbridge.register.customer.ChooseCustomer;
import dev.tillbridge.register.customer.CustomerForm;
import dev.tillbridge.register.customer.CustomerRefusal;
import dev.tillbridge.register.customer.EditCustomer;
import dev.tillbridge.register.customer.GiveCard;
import dev.tillbridge.register.customer.KnownCustomers;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.words.DoneWord;
import io.javalin.config.RoutesConfig;
import java.util.function.Function;

/** Who buys. */
final class CustomerRoutes {

  private final Lane lane;
  private final KnownCustomers customers;

  CustomerRoutes(Lane lane, KnownCustomers customers) {
    this.lane = lane;
    this.customers = customers;
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(
        routes,
        "/lane/customer/add",
        form -> lane.carryOut(new AddCustomer(typed(form), customers)),
        DoneWord.CUSTOMER_ADDED);
    commands.add(
        routes,
        "/lane/customer",
        form ->
            lane.carryOut(
                new ChooseCustomer(
                    form.text("customer").isEmpty() ? null : form.text("customer"), customers)),
        v ->
            v.ticket().particulars().customer() == null
                ? commands.words().of(DoneWord.NO_CUSTOMER)
                : null);
    commands.add(routes, "/lane/customer/edit", this::edit, DoneWord.CUSTOMER_CHANGED);
    commands.add(routes, "/lane/customer/card", this::giveCard, DoneWord.CARD_GIVEN);
  }

  private Outcome giveCard(FormValues form) {
    return withKnown(form, before -> new GiveCard(form.code("card"), before, customers));
  }

  private Outcome edit(FormValues form) {
    return withKnown(form, before -> new EditCustomer(before, typed(form), customers));
  }

  private Outcome withKnown(FormValues form, Function<Customer, TillCommand> command) {
    String id = form.text("customer");
    return customers
        .known(id)
        .map(before -> lane.carryOut(command.apply(before)))
        .orElseGet(() -> new Outcome.Refused(new CustomerRefusal.NotKnownHere(id), lane.view()));
  }

  private static CustomerForm typed(FormValues form) {
    return new CustomerForm(
        form.text("name"),
        form.text("phone"),
        form.text("email"),
        form.text("group"),
        form.text("tax"),
        form.text("marketing").equals("yes"),
        form.has("card") ? form.code("card") : null);
  }
}
