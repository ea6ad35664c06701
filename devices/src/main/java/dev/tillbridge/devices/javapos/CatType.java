package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.cat.CatInformation;
import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import jpos.CAT;
import jpos.CATConst;
import jpos.JposConst;
import jpos.JposException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The card terminal: one synchronous operation at a time, its outcome never guessed. */
final class CatType implements DeviceType<CAT> {

  private static final int DECIMALS = 4;
  private static final int SETTLED_AMOUNT_SINCE = 1_011_000;

  /** A reversal's answer has no amount; whoever asked for it does not look at one. */
  private static final Money NOTHING = Money.zero(CurrencyUnit.of("XXX"));

  private static final String NEXT = "Take another tender, or try again when it is back.";

  @Override
  public CAT control(Runnable changed) {
    CAT cat = new CAT();
    cat.addStatusUpdateListener(_ -> changed.run());
    return cat;
  }

  /** Without a place for the key, the same payment asked twice could be taken twice. */
  @Override
  public void configure(CAT cat) throws JposException {
    if (!cat.getCapAdditionalSecurityInformation()) {
      throw new JposException(
          JposConst.JPOS_E_NOSERVICE,
          "the terminal's service carries no AdditionalSecurityInformation, so a payment could not"
              + " be told from its repetition");
    }
    Power.watch(cat.getCapPowerReporting(), cat::setPowerNotify);
  }

  @Override
  public void begin(CAT cat) throws JposException {
    cat.setAsyncMode(false);
  }

  @Override
  public Condition look(CAT cat) throws JposException {
    return Power.off(cat.getPowerState()) ? Condition.NOT_CONNECTED : Condition.READY;
  }

  /** Everything that can go wrong before money is asked for. */
  void prepare(CAT cat, CatRequest request) throws JposException {
    if (Power.off(cat.getPowerState())) {
      throw new JposException(JposConst.JPOS_E_OFFLINE, "The power is off.");
    }
    cat.setAdditionalSecurityInformation(request.carried());
  }

  /**
   * Asks, and hands over the answer also when it throws.
   *
   * @throws JposException when the device may have to be opened again
   */
  void send(CAT cat, CatRequest request, Duration wait, Consumer<CardAnswer> answer)
      throws JposException {
    try {
      ask(cat, request, (int) wait.toMillis());
    } catch (JposException error) {
      answer.accept(failed(cat, error));
      throw error;
    }
    answer.accept(done(cat, request));
  }

  private static void ask(CAT cat, CatRequest request, int waitMillis) throws JposException {
    int number = request.sequenceNumber();
    long amount = request.tenThousandths();
    switch (request.operation()) {
      case SALE -> cat.authorizeSales(number, amount, 0, waitMillis);
      case COMPLETION -> cat.authorizeCompletion(number, amount, 0, waitMillis);
      case REFUND -> cat.authorizeRefund(number, amount, 0, waitMillis);
      case REVERSAL -> cat.authorizeVoid(number, amount, 0, waitMillis);
    }
  }

  private static CardAnswer done(CAT cat, CatRequest request) throws JposException {
    Money asked = request.amount();
    Card card = Objects.requireNonNullElse(card(cat), new Card("", "card", ""));
    String code = cat.getApprovalCode();
    String reference = cat.getTransactionNumber();
    if (asked == null) {
      return new CardAnswer.Approved(NOTHING, code, card, reference);
    }
    long settled = settled(cat, request);
    if (settled == request.tenThousandths()) {
      return new CardAnswer.Approved(asked, code, card, reference);
    }
    if (settled <= 0 || settled > request.tenThousandths()) {
      return new CardAnswer.Unknown(
          "The terminal says %s of %s moved."
              .formatted(BigDecimal.valueOf(settled, DECIMALS).toPlainString(), asked));
    }
    Money moved =
        Money.of(
            asked.getCurrencyUnit(),
            BigDecimal.valueOf(settled, DECIMALS)
                .setScale(asked.getCurrencyUnit().getDecimalPlaces()));
    return new CardAnswer.PartlyApproved(asked, moved, code, card, reference);
  }

  /** Services before 1.11 know no SettledAmount and approve the whole or nothing. */
  private static long settled(CAT cat, CatRequest request) throws JposException {
    return cat.getDeviceServiceVersion() >= SETTLED_AMOUNT_SINCE
        ? cat.getSettledAmount()
        : request.tenThousandths();
  }

  private static CardAnswer failed(CAT cat, JposException error) {
    return switch (error.getErrorCode()) {
      case JposConst.JPOS_E_BUSY -> unavailable(cat, "The card terminal is busy.");
      case JposConst.JPOS_E_ILLEGAL,
          JposConst.JPOS_E_DISABLED,
          JposConst.JPOS_E_CLAIMED,
          JposConst.JPOS_E_NOTCLAIMED,
          JposConst.JPOS_E_CLOSED ->
          unavailable(cat, "The card terminal did not take the request: " + error.getMessage());
      case JposConst.JPOS_E_EXTENDED -> extended(cat, error);
      default -> unlessNotSent(cat, error);
    };
  }

  private static CardAnswer extended(CAT cat, JposException error) {
    return switch (error.getErrorCodeExtended()) {
      case CATConst.JPOS_ECAT_CENTERERROR -> decided(cat);
      case CATConst.JPOS_ECAT_RESET ->
          new CardAnswer.Declined("Cancelled at the terminal, or no card was presented.");
      case CATConst.JPOS_ECAT_COMMANDERROR ->
          unavailable(cat, "The card terminal did not take the request: " + error.getMessage());
      default -> unlessNotSent(cat, error);
    };
  }

  private static CardAnswer decided(CAT cat) {
    String code;
    try {
      code = cat.getCenterResultCode();
    } catch (JposException unreadable) {
      code = "";
    }
    return switch (code) {
      case "01", "02" -> new CardAnswer.Referral("The bank asks for a call (" + code + ").");
      case "05" -> new CardAnswer.Declined("The bank declined (05).");
      case "14" -> new CardAnswer.Declined("The bank does not know this card (14).");
      case "51" -> new CardAnswer.Declined("There is not enough money for it (51).");
      case "54" -> new CardAnswer.Declined("The card has expired (54).");
      case "61" -> new CardAnswer.Declined("The amount is above the card's limit (61).");
      case "94" ->
          new CardAnswer.Declined("This payment was sent before, with other details (94).");
      default -> new CardAnswer.Declined("The bank declined (" + code + ").");
    };
  }

  /** Only a terminal that says so did not send: anything else may have moved money. */
  private static CardAnswer unlessNotSent(CAT cat, JposException error) {
    if (information(cat).get(CatInformation.SENT).equals("no")) {
      return unavailable(cat, "The bank cannot be reached.");
    }
    return new CardAnswer.Unknown(
        "The card terminal gave no answer (JavaPOS error %d/%d)."
            .formatted(error.getErrorCode(), error.getErrorCodeExtended()));
  }

  private static CardAnswer unavailable(CAT cat, String message) {
    return new CardAnswer.Unavailable(message, NEXT, card(cat));
  }

  private static @Nullable Card card(CAT cat) {
    try {
      String number = CardNumber.masked(cat.getAccountNumber());
      if (number.isEmpty()) {
        return null;
      }
      return new Card(number, cat.getCardCompanyID(), information(cat).get(CatInformation.TOKEN));
    } catch (JposException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static CatInformation information(CAT cat) {
    try {
      return CatInformation.parse(cat.getAdditionalSecurityInformation());
    } catch (JposException unreadable) {
      return CatInformation.parse("");
    }
  }
}
