package dev.tillbridge.register.lane;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests with Ben at the lane, and Ann, who may allow what he may not. */
public abstract class WithAnApprover {

  protected final Shop shop;
  private final Class<? extends Refusal> asking;

  /**
   * @param asking the refusal that Ann may lift
   */
  protected WithAnApprover(Shop shop, Class<? extends Refusal> asking) {
    this.shop = shop;
    this.asking = asking;
  }

  protected final String total() {
    return shop.lane.view().ticket().total().toString();
  }

  protected final void refused(Outcome outcome) {
    assertThat(refusal(outcome)).isInstanceOf(asking);
  }

  protected final void allowed(Outcome refused) {
    refused(refused);
    done(shop.lane.approve("1001", "1234"));
  }

  protected static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  protected static Refusal refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal();
  }
}
