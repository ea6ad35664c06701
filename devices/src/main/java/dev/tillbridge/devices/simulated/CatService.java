package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.acquirer.BookEntry;
import dev.tillbridge.devices.acquirer.BookEntry.Operation;
import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.devices.cat.CatInformation;
import dev.tillbridge.devices.service.DeviceService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jpos.CATConst;
import jpos.JposConst;
import jpos.JposException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The CAT contract, synchronous; exclusive. */
final class CatService extends DeviceService {

  private static final int DECIMALS = 4;

  private final SimulatedCardTerminal terminal;

  /** How long it waits for the acquirer's answer, within the time of the call. */
  private final Duration replyWait;

  private boolean busy;
  private String information = "";
  private String accountNumber = "";
  private String scheme = "";
  private String centerResult = "";
  private String approvalCode = "";
  private String reference = "";
  private String transactionType = "";
  private int sequenceNumber;
  private long settled;

  CatService(SimulatedCardTerminal terminal, Duration replyWait) {
    super(terminal, true);
    this.terminal = terminal;
    this.replyWait = replyWait;
  }

  public boolean getCapAdditionalSecurityInformation() throws JposException {
    return offered();
  }

  public boolean getCapAuthorizeCompletion() throws JposException {
    return offered();
  }

  public boolean getCapAuthorizeRefund() throws JposException {
    return offered();
  }

  public boolean getCapAuthorizeVoid() throws JposException {
    return offered();
  }

  public boolean getCapCenterResultCode() throws JposException {
    return offered();
  }

  public boolean getCapTransactionNumber() throws JposException {
    return offered();
  }

  public int getPaymentCondition() throws JposException {
    requireOpen();
    return CATConst.CAT_PAYMENT_LUMP;
  }

  public int getPaymentMedia() throws JposException {
    requireOpen();
    return CATConst.CAT_MEDIA_CREDIT;
  }

  public boolean getAsyncMode() throws JposException {
    requireOpen();
    return false;
  }

  public void setAsyncMode(boolean async) throws JposException {
    requireOpen();
    if (async) {
      throw illegal("authorising asynchronously");
    }
  }

  @Override
  public int getState() {
    synchronized (terminal) {
      return busy ? JposConst.JPOS_S_BUSY : super.getState();
    }
  }

  public void setAdditionalSecurityInformation(String to) throws JposException {
    synchronized (terminal) {
      requireOpen();
      information = to;
    }
  }

  public String getAdditionalSecurityInformation() throws JposException {
    return read(() -> information);
  }

  public String getAccountNumber() throws JposException {
    return read(() -> accountNumber);
  }

  public String getCardCompanyID() throws JposException {
    return read(() -> scheme);
  }

  public String getCenterResultCode() throws JposException {
    return read(() -> centerResult);
  }

  public String getApprovalCode() throws JposException {
    return read(() -> approvalCode);
  }

  public String getTransactionNumber() throws JposException {
    return read(() -> reference);
  }

  public String getTransactionType() throws JposException {
    return read(() -> transactionType);
  }

  public int getSequenceNumber() throws JposException {
    synchronized (terminal) {
      requireOpen();
      return sequenceNumber;
    }
  }

  public long getSettledAmount() throws JposException {
    synchronized (terminal) {
      requireOpen();
      return settled;
    }
  }

  public void authorizeSales(int sequence, long amount, long taxOthers, int timeout)
      throws JposException {
    operate(Operation.SALE, sequence, amount, timeout);
  }

  public void authorizeCompletion(int sequence, long amount, long taxOthers, int timeout)
      throws JposException {
    operate(Operation.COMPLETION, sequence, amount, timeout);
  }

  public void authorizeRefund(int sequence, long amount, long taxOthers, int timeout)
      throws JposException {
    operate(Operation.REFUND, sequence, amount, timeout);
  }

  /** Voids the whole of what the key names, whatever the amount. */
  public void authorizeVoid(int sequence, long amount, long taxOthers, int timeout)
      throws JposException {
    operate(Operation.REVERSAL, sequence, 0, timeout);
  }

  public void clearOutput() throws JposException {
    synchronized (terminal) {
      requireOpen();
      terminal.notifyAll();
    }
  }

  private void operate(Operation operation, int sequence, long amount, int timeoutMillis)
      throws JposException {
    synchronized (terminal) {
      requireReady();
      if (busy) {
        throw new JposException(
            JposConst.JPOS_E_BUSY, terminal.logicalName() + " is with a customer.");
      }
      CatInformation asked = CatInformation.parse(information);
      begin(operation, sequence);
      busy = true;
      try {
        Deadline deadline = Deadline.in(timeoutMillis);
        TestCard card = needsCard(operation, asked) ? awaitCard(deadline) : null;
        SimulatedAcquirer.Request request = request(operation, asked, amount, card);
        dial();
        report(exchange(request, deadline.within(replyWait)));
      } finally {
        busy = false;
        terminal.notifyAll();
      }
    }
  }

  private void begin(Operation operation, int sequence) {
    information = sent("no", "");
    accountNumber = "";
    scheme = "";
    centerResult = "";
    approvalCode = "";
    reference = "";
    settled = 0;
    sequenceNumber = sequence;
    transactionType =
        Integer.toString(
            switch (operation) {
              case SALE -> CATConst.CAT_TRANSACTION_SALES;
              case COMPLETION -> CATConst.CAT_TRANSACTION_COMPLETION;
              case REFUND -> CATConst.CAT_TRANSACTION_REFUND;
              case REVERSAL -> CATConst.CAT_TRANSACTION_VOID;
            });
  }

  private static boolean needsCard(Operation operation, CatInformation asked) {
    return switch (operation) {
      case SALE, REFUND -> true;
      case COMPLETION -> asked.get(CatInformation.TOKEN).isEmpty();
      case REVERSAL -> false;
    };
  }

  private TestCard awaitCard(Deadline deadline) throws JposException {
    while (!terminal.presented()) {
      requireReady();
      terminal.online();
      if (deadline.passed()) {
        throw extended(CATConst.JPOS_ECAT_RESET, "no card was presented");
      }
      terminal.awaitChange(deadline.millisLeft());
    }
    terminal.online();
    TestCard card = terminal.card();
    accountNumber = card.masked();
    scheme = card.scheme();
    information = sent("no", card.token());
    return card;
  }

  private SimulatedAcquirer.Request request(
      Operation operation, CatInformation asked, long amount, @Nullable TestCard card)
      throws JposException {
    String key = asked.get(CatInformation.KEY);
    String currency = asked.get(CatInformation.CURRENCY);
    if (key.isEmpty() || (currency.isEmpty() && operation != Operation.REVERSAL)) {
      throw extended(CATConst.JPOS_ECAT_COMMANDERROR, "a request without key or currency");
    }
    CurrencyUnit unit = currencyOf(currency, key);
    Money money = Money.of(unit, BigDecimal.valueOf(amount, DECIMALS), RoundingMode.UNNECESSARY);
    String token = card == null ? asked.get(CatInformation.TOKEN) : card.token();
    Optional<TestCard> known =
        Arrays.stream(TestCard.values()).filter(test -> test.token().equals(token)).findFirst();
    return new SimulatedAcquirer.Request(
        operation,
        key,
        money,
        known.map(TestCard::masked).orElse(""),
        known.map(TestCard::scheme).orElse(""),
        known.map(TestCard::token).orElse(""));
  }

  /** A reversal is of whatever its key moved; of nothing known, in any currency. */
  private CurrencyUnit currencyOf(String currency, String key) {
    return currency.isEmpty()
        ? terminal.acquirer().book().entries().stream()
            .filter(entry -> entry.key().equals(key))
            .map(entry -> entry.asked().getCurrencyUnit())
            .findFirst()
            .orElse(CurrencyUnit.of("XXX"))
        : CurrencyUnit.of(currency);
  }

  private void dial() throws JposException {
    terminal.online();
    if (terminal.acquirer().outage()) {
      throw extended(CATConst.JPOS_ECAT_COMMUNICATIONERROR, "no line to the acquirer");
    }
  }

  /** Half of the latency before the acquirer has it, half until the terminal has the answer. */
  private Optional<BookEntry> exchange(SimulatedAcquirer.Request request, Deadline deadline)
      throws JposException {
    Duration half = terminal.acquirer().latency().dividedBy(2);
    information = sent("yes", request.token());
    pause(half, deadline);
    Optional<BookEntry> answer = terminal.acquirer().ask(request);
    pause(half, deadline);
    while (answer.isEmpty() && !deadline.passed()) {
      terminal.online();
      terminal.awaitChange(deadline.millisLeft());
    }
    return answer;
  }

  private void pause(Duration pause, Deadline deadline) throws JposException {
    Deadline end = Deadline.in((int) pause.toMillis());
    while (!end.passed()) {
      requireReady();
      terminal.online();
      if (deadline.passed()) {
        throw noAnswer();
      }
      terminal.awaitChange(Math.min(end.millisLeft(), deadline.millisLeft()));
    }
  }

  private void report(Optional<BookEntry> answer) throws JposException {
    if (answer.isEmpty()) {
      throw noAnswer();
    }
    BookEntry entry = answer.get();
    centerResult = entry.code();
    accountNumber = entry.masked();
    scheme = entry.scheme();
    if (!entry.code().equals("00") && !entry.code().equals("10")) {
      throw extended(CATConst.JPOS_ECAT_CENTERERROR, "the acquirer answered " + entry.code());
    }
    approvalCode = entry.authorisationCode();
    reference = entry.reference();
    settled = entry.moved().getAmount().abs().movePointRight(DECIMALS).longValueExact();
  }

  private JposException noAnswer() {
    return new JposException(
        JposConst.JPOS_E_TIMEOUT, terminal.logicalName() + ": no answer from the acquirer.");
  }

  private JposException extended(int code, String what) {
    return new JposException(
        JposConst.JPOS_E_EXTENDED, code, terminal.logicalName() + ": " + what + ".");
  }

  private static String sent(String sent, String token) {
    Map<String, String> fields = new HashMap<>(Map.of(CatInformation.SENT, sent));
    if (!token.isEmpty()) {
      fields.put(CatInformation.TOKEN, token);
    }
    return new CatInformation(fields).written();
  }

  private String read(Supplier<String> property) throws JposException {
    synchronized (terminal) {
      requireOpen();
      return property.get();
    }
  }

  private boolean offered() throws JposException {
    requireOpen();
    return true;
  }
}
