package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.Weighing;
import dev.tillbridge.devices.peripherals.Weighing.NoWeight;
import dev.tillbridge.devices.peripherals.Weighing.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import jpos.JposConst;
import jpos.JposException;
import jpos.Scale;
import jpos.ScaleConst;

/** The scale: weights at rest only, in kilograms. */
final class ScaleType implements DeviceType<Scale> {

  /** JavaPOS counts thousandths of the scale's unit. */
  private static final int DATA_DECIMALS = 3;

  private static final int KILOGRAM_DECIMALS = 3;

  private volatile int lastStatus;

  @Override
  public Scale control(Runnable changed) {
    lastStatus = 0;
    Scale scale = new Scale();
    scale.addStatusUpdateListener(event -> {
      if (event.getStatus() <= ScaleConst.SCAL_SUE_WEIGHT_UNDERWEIGHT) {
        lastStatus = event.getStatus();
      }
      changed.run();
    });
    return scale;
  }

  @Override
  public void configure(Scale scale) throws JposException {
    Power.watch(scale.getCapPowerReporting(), scale::setPowerNotify);
    if (scale.getCapStatusUpdate()) {
      scale.setStatusNotify(ScaleConst.SCAL_SN_ENABLED);
    }
  }

  @Override
  public void begin(Scale scale) throws JposException {
    scale.setAsyncMode(false);
  }

  @Override
  public Condition look(Scale scale) throws JposException {
    if (Power.off(scale.getPowerState())) {
      return Condition.NOT_CONNECTED;
    }
    return switch (lastStatus) {
      case ScaleConst.SCAL_SUE_WEIGHT_OVERWEIGHT -> new Condition("overloaded", false);
      case ScaleConst.SCAL_SUE_WEIGHT_UNDER_ZERO -> new Condition("below zero", false);
      case ScaleConst.SCAL_SUE_NOT_READY -> new Condition("warming up", false);
      default -> Condition.READY;
    };
  }

  /** Waits no longer than {@code settling} for the scale to come to rest. */
  Weighing weigh(Scale scale, Duration settling) throws JposException {
    int[] data = new int[1];
    try {
      scale.readWeight(data, (int) settling.toMillis());
    } catch (JposException error) {
      if (error.getErrorCode() == JposConst.JPOS_E_TIMEOUT) {
        return restless(settling);
      }
      throw error;
    }
    BigDecimal kilograms = kilograms(data[0], scale.getWeightUnit());
    return kilograms.signum() > 0
        ? new Weight(kilograms)
        : noWeight("shows no weight.", "Put the goods on it and weigh again.");
  }

  /** Rounds to the gram, as the price book counts; a scale in kilograms or grams loses nothing. */
  static BigDecimal kilograms(int thousandths, int unit) throws JposException {
    BigDecimal oneInKilograms =
        switch (unit) {
          case ScaleConst.SCAL_WU_KILOGRAM -> BigDecimal.ONE;
          case ScaleConst.SCAL_WU_GRAM -> new BigDecimal("0.001");
          case ScaleConst.SCAL_WU_POUND -> new BigDecimal("0.45359237");
          case ScaleConst.SCAL_WU_OUNCE -> new BigDecimal("0.028349523125");
          default ->
              throw new JposException(
                  JposConst.JPOS_E_ILLEGAL, "The scale counts in unknown unit " + unit + ".");
        };
    return BigDecimal.valueOf(thousandths, DATA_DECIMALS)
        .multiply(oneInKilograms)
        .setScale(KILOGRAM_DECIMALS, RoundingMode.HALF_UP);
  }

  private Weighing restless(Duration settling) {
    return switch (lastStatus) {
      case ScaleConst.SCAL_SUE_WEIGHT_ZERO ->
          noWeight("shows no weight.", "Put the goods on it and weigh again.");
      default ->
          noWeight(
              "did not come to rest within " + settling.toMillis() + " ms.",
              "Let go of the goods, keep it clear of draught, and weigh again; or type the weight.");
    };
  }

  private static NoWeight noWeight(String message, String nextStep) {
    String scale = DeviceKind.SCALE.clerkName();
    return new NoWeight(new Fault(scale, "The " + scale + " " + message, nextStep));
  }
}
