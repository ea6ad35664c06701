package dev.tillbridge.it.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Order(9)
class DeliverySimulationTest {

  private static final long FIRST_SEED = Long.getLong("tillbridge.seed", 1);
  private static final long SCHEDULES = 100_000;

  /** Two minutes on two cores. */
  private static final double PROCESSOR_SECONDS_MAX = 240;

  @Test
  void hundredThousandSchedulesBreakNoPromise() {
    Result result = Simulation.run(FIRST_SEED, SCHEDULES, null);

    System.out.print(result.table());
    assertThat(result.failure()).isNull();
    assertThat(result.schedules()).isEqualTo(SCHEDULES);
    assertThat(result.processorSeconds()).isLessThan(PROCESSOR_SECONDS_MAX);
    for (Fault fault : Fault.values()) {
      assertThat(result.faults(fault.name())).as("%s among the faults", fault).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRuleThatIsSwitchedOffIsMissed(Rule rule) {
    Result result = Simulation.run(FIRST_SEED, SCHEDULES, rule);

    assertThat(result.failure()).as("what breaks without %s", rule).isNotNull();
    System.out.println("Without " + rule + ": " + result.failure());
  }

  @Test
  void aSeedRunsTheSameStepsEveryTime() {
    List<String> once = new ArrayList<>();
    List<String> again = new ArrayList<>();

    for (long seed = FIRST_SEED; seed < FIRST_SEED + 20; seed++) {
      Simulation.replay(seed, null, once::add);
      Simulation.replay(seed, null, again::add);
    }

    assertThat(once).hasSizeGreaterThan(100).isEqualTo(again);
  }

  @Test
  void aLongAnswerIsNotAskedForTwice() {
    int sales = 800;

    assertThat(afterAStoreLost(sales, null).resent).isEqualTo(sales);
    assertThatThrownBy(() -> afterAStoreLost(sales, Rule.PATIENT_ASKING))
        .isInstanceOf(Violation.class)
        .hasMessageContaining("resend storm");
  }

  private static Tally afterAStoreLost(int sales, @Nullable Rule off) {
    World world = World.calm(FIRST_SEED, off);
    RegisterNode register = world.registers.getFirst();
    world.store.line.cut();
    for (int i = 0; i < sales; i++) {
      register.sell();
    }
    world.pass(10_000);
    world.crashStore();
    world.store.replace(StoreNode.Copy.EMPTY);

    world.heal();
    world.pass(200_000);

    assertThat(world.checks.unrest()).isNull();
    return world.tally;
  }
}
