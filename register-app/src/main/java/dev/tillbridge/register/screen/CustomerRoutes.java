package dev.tillbridge.register.screen;

import dev.tillbridge.register.customer.AddCustomer;
import dev.tillbridge.register.customer.ChooseCustomer;
import dev.tillbridge.register.customer.CustomerForm;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.words.DoneWord;
import io.javalin.config.RoutesConfig;

/** Who buys. */
final class CustomerRoutes {

  private final Lane lane;

  CustomerRoutes(Lane lane) {
    this.lane = lane;
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(
        routes,
        "/lane/customer/add",
        form ->
            lane.carryOut(
                new AddCustomer(
                    new CustomerForm(
                        form.text("name"),
                        form.text("phone"),
                        form.text("email"),
                        form.text("group"),
                        form.text("tax"),
                        form.text("marketing").equals("yes")))),
        DoneWord.CUSTOMER_ADDED);
    commands.add(
        routes,
        "/lane/customer",
        form ->
            lane.carryOut(
                new ChooseCustomer(form.text("customer").isEmpty() ? null : form.text("customer"))),
        v ->
            v.ticket().particulars().customer() == null
                ? commands.words().of(DoneWord.NO_CUSTOMER)
                : null);
  }
}
