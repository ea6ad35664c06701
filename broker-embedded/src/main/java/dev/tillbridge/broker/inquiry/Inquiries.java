package dev.tillbridge.broker.inquiry;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/**
 * A lane's questions at one broker. Any thread may ask, several at once; an answer that comes after
 * its limit is dropped. Connects by itself and says once when the broker is away or back.
 */
public final class Inquiries implements AutoCloseable {

  /** Questions under way at one broker; a further one is unanswered at once. */
  public static final int UNDER_WAY_MAX = 32;

  private final LaneId self;
  private final Map<String, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();
  private final CountDownLatch tried = new CountDownLatch(1);
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("inquiries").factory());
  private final Sending sending;
  private final Fetching answers;
  private volatile boolean up;

  private Inquiries(BrokerAccess broker, LaneId self) {
    this.self = self;
    this.sending = new Sending(broker);
    this.answers =
        new Fetching(
            "Questions of " + self,
            broker,
            Addresses.answersTo(self.toString()),
            this::answered,
            this::connected);
  }

  /** Begins to connect. The access stays the caller's, to be closed after this. */
  public static Inquiries over(BrokerAccess broker, LaneId self) {
    return new Inquiries(broker, self);
  }

  /** Whether the broker is there, as far as is known now. */
  public boolean up() {
    return up;
  }

  /**
   * Waits for the answer, no longer than the limit, and not at all when the broker is away.
   *
   * @throws Unanswered in every other case; the message says which
   */
  public Answer ask(Addressee to, Inquiry inquiry, Duration limit) throws Unanswered {
    long end = System.nanoTime() + limit.toNanos();
    String question = UUID.randomUUID().toString();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      if (!tried.await(limit.toNanos(), TimeUnit.NANOSECONDS) || !up) {
        throw new Unanswered(to + " was not asked: the broker is not reached.");
      }
      if (underWay.size() >= UNDER_WAY_MAX) {
        throw new Unanswered(
            "%s was not asked: %d questions are under way.".formatted(to, UNDER_WAY_MAX));
      }
      underWay.put(question, answer);
      sender.execute(() -> send(to, question, inquiry, answer));
      return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new Unanswered("%s did not answer within %d ms.".formatted(to, limit.toMillis()));
    } catch (ExecutionException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new Unanswered(to + " did not answer: " + why.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered(to + " was not waited for any more.");
    } finally {
      underWay.remove(question);
    }
  }

  private void send(
      Addressee to, String question, Inquiry inquiry, CompletableFuture<Answer> answer) {
    if (!underWay.containsKey(question)) {
      return; // nobody waits any more
    }
    try {
      sending.send(
          Addresses.question(Addresses.questionsTo(to), self.toString()),
          question,
          self.toString(),
          Wire.INQUIRY.encode(inquiry));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private void answered(ClientMessage message, byte[] body) {
    CompletableFuture<Answer> answer =
        underWay.get(String.valueOf(message.getStringProperty(Headers.QUESTION)));
    if (answer == null) {
      return; // too late
    }
    if (body.length == InquiryRelay.NOBODY.length) {
      answer.completeExceptionally(new IllegalStateException("the store server does not reach HQ"));
      return;
    }
    switch (Wire.ANSWER.decode(body)) {
      case Decoded.Read<Answer>(Answer read) -> answer.complete(read);
      case Decoded.UnknownVersion<Answer>(int version, String reason) ->
          answer.completeExceptionally(new IllegalStateException(reason));
      case Decoded.Unreadable<Answer>(String reason) ->
          answer.completeExceptionally(new IllegalStateException("the answer cannot be read"));
    }
  }

  private void connected(Fetching.State state) {
    up = state == Fetching.State.UP;
    tried.countDown();
    if (!up) {
      underWay
          .values()
          .forEach(answer ->
              answer.completeExceptionally(
                  new BrokerUnreachable(
                      "the link was lost", new IllegalStateException("asked and cut off"))));
    }
  }

  /** Stops within a second; questions under way are unanswered. */
  @Override
  public void close() {
    up = false;
    answers.close();
    sender.shutdown();
    try {
      if (sender.awaitTermination(1, TimeUnit.SECONDS)) {
        sending.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
