-- Events that registers sell at, away from their shop. The list of prices is in the entry's bytes.
-- sessions_before: number of the last drawer session before it; later ones are the event's.
create table offsite_event (
  entry_id        bigint primary key references entry,
  lane            text not null,
  epoch           bigint not null,
  event           text not null,
  name            text not null,
  place           text not null,
  first_day       date not null,
  last_day        date not null,
  sessions_before bigint not null,
  started_at      timestamptz not null,
  started_by      text not null,
  constraint offsite_event_once unique (lane, epoch, event)
);
create index offsite_event_by_age on offsite_event (started_at);

-- How it ended; the news may come before that of its beginning. last_session: the event's last one.
create table offsite_end (
  entry_id     bigint primary key references entry,
  lane         text not null,
  epoch        bigint not null,
  event        text not null,
  last_session bigint not null,
  ended_at     timestamptz not null,
  ended_by     text not null,
  constraint offsite_end_once unique (lane, epoch, event)
);

-- Id of the event whose price a line has, null for the price book's.
alter table ticket_line add column price_event text;
