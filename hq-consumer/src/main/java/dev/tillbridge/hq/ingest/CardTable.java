package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Card payments and what became of them. News of one payment may arrive in any order: the later
 * state in a payment's life wins, and what one entry knows is added to what another knew.
 */
final class CardTable {

  private static final String MERGED =
      """
      with news as (
        select *, array_position(
            array['STORED', 'TAKEN', 'FORWARDED', 'DECLINED', 'REVERSAL_DUE', 'REVERSED'], state) as stage
        from %s),
      last as (
        select distinct on (lane, key) lane, key, epoch, sequence, recorded_at, state
        from news order by lane, key, stage desc, epoch, sequence),
      known as (
        select lane, key, max(currency) as currency, max(amount) as amount, max(ticket) as ticket,
          max(customer) as customer, max(customer_name) as customer_name, max(scheme) as scheme,
          max(masked) as masked, max(approval) as approval, max(code) as code, max(reason) as reason
        from news group by lane, key)
      insert into card_payment as held (lane, key, epoch, sequence, recorded_at, state, currency,
        amount, ticket, customer, customer_name, scheme, masked, approval, code, reason)
      select lane, key, epoch, sequence, recorded_at, state, currency, amount, ticket, customer,
        customer_name, scheme, masked, approval, code, reason
      from last join known using (lane, key) order by lane, key
      on conflict (lane, key) do update set
        (epoch, sequence, recorded_at, state) = (
          select epoch, sequence, recorded_at, state
          from (values (held.epoch, held.sequence, held.recorded_at, held.state, 1),
            (excluded.epoch, excluded.sequence, excluded.recorded_at, excluded.state, 2))
            as told (epoch, sequence, recorded_at, state, turn)
          order by array_position(array['STORED', 'TAKEN', 'FORWARDED', 'DECLINED', 'REVERSAL_DUE',
            'REVERSED'], state) desc, turn limit 1),
        currency = coalesce(held.currency, excluded.currency),
        amount = coalesce(held.amount, excluded.amount),
        ticket = coalesce(held.ticket, excluded.ticket),
        customer = coalesce(held.customer, excluded.customer),
        customer_name = coalesce(held.customer_name, excluded.customer_name),
        scheme = coalesce(held.scheme, excluded.scheme),
        masked = coalesce(held.masked, excluded.masked),
        approval = coalesce(held.approval, excluded.approval),
        code = coalesce(held.code, excluded.code),
        reason = coalesce(held.reason, excluded.reason)
      """;

  private final RowInsert rows =
      new RowInsert(
          "card_payment",
          "lane text",
          "key text",
          "epoch bigint",
          "sequence bigint",
          "recorded_at timestamptz",
          "state text",
          "currency text",
          "amount numeric",
          "ticket text",
          "customer text",
          "customer_name text",
          "scheme text",
          "masked text",
          "approval text",
          "code text",
          "reason text");

  private CardTable() {}

  static void upsert(Connection connection, List<NewEntry> entries) throws SQLException {
    CardTable table = new CardTable();
    for (NewEntry entry : entries) {
      switch (entry.entry().body()) {
        case EntryBody.TicketCompleted completed -> table.tenders(entry, completed.ticket());
        case CardEntry card -> table.apart(entry, card);
        default -> {} // nothing about cards
      }
    }
    if (!table.rows.isEmpty()) {
      String sql = MERGED.formatted(table.rows.source("told"));
      try (PreparedStatement upsert = connection.prepareStatement(sql)) {
        table.rows.bind(connection, upsert, 1);
        upsert.executeUpdate();
      }
    }
  }

  private void tenders(NewEntry entry, Ticket ticket) {
    CustomerName customer = ticket.customer();
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.Card(Money amount, CardPayment card)) {
        add(
            entry,
            card.key(),
            card.approval() == CardApproval.OFFLINE ? "STORED" : "TAKEN",
            amount,
            ticket.number(),
            customer,
            card,
            card.code(),
            null);
      }
    }
  }

  private void apart(NewEntry entry, CardEntry card) {
    switch (card) {
      case CardEntry.ReversalDue due ->
          add(entry, due.key(), "REVERSAL_DUE", due.amount(), null, null, null, null, due.reason());
      case CardEntry.Reversed reversed ->
          add(entry, reversed.key(), "REVERSED", null, null, null, null, null, null);
      case CardEntry.Forwarded sent ->
          add(
              entry,
              sent.key(),
              sent.reason() == null ? "FORWARDED" : "DECLINED",
              sent.amount(),
              sent.ticket(),
              null,
              null,
              sent.code(),
              sent.reason());
    }
  }

  private void add(
      NewEntry entry,
      String key,
      String state,
      @Nullable Money amount,
      @Nullable String ticket,
      @Nullable CustomerName customer,
      @Nullable CardPayment card,
      @Nullable String code,
      @Nullable String reason) {
    rows.add(
        entry.lane(),
        key,
        entry.id().epoch(),
        entry.id().sequence(),
        entry.entry().recordedAt(),
        state,
        amount == null ? null : amount.getCurrencyUnit(),
        amount,
        ticket,
        customer == null ? null : customer.id(),
        customer == null ? null : customer.name(),
        card == null ? null : card.scheme(),
        card == null ? null : card.masked(),
        card == null ? null : card.approval(),
        code,
        reason);
  }
}
