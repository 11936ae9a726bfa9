create schema if not exists events;

create table events.outbox (
  id bigint generated always as identity primary key,
  event_id text not null,
  type text not null,
  key text not null,
  data jsonb not null,
  at timestamptz not null
) with (
  fillfactor = 100,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 50000
);

create table events.log (
  position bigint not null,
  event_id text not null,
  type text not null,
  key text not null,
  data jsonb not null,
  at timestamptz not null,
  primary key (position)
) partition by range (position);

-- What read models still need of partitions that were dropped.
create table events.archive (
  position bigint primary key,
  event_id text not null,
  type text not null,
  key text not null,
  data jsonb not null,
  at timestamptz not null
);

create table events.head (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into events.head values (true, 0);

create table events.subscription (
  name text primary key,
  types text[] not null,
  position bigint not null default 0,
  is_read_model boolean not null default false,
  seen_at timestamptz not null default now()
) with (fillfactor = 50);

-- A failed event of a subscription: waiting for its next try, or a dead letter when retry_at is null.
create table events.failure (
  id text primary key,
  subscription text not null,
  position bigint not null,
  event_id text not null,
  type text not null,
  key text not null,
  data jsonb not null,
  at timestamptz not null,
  tries int not null,
  error text not null,
  first_failed_at timestamptz not null default now(),
  last_failed_at timestamptz not null default now(),
  retry_at timestamptz,
  unique (subscription, position)
);
create index failure_retry on events.failure (retry_at) where retry_at is not null;
create index failure_dead on events.failure (last_failed_at desc, id desc) where retry_at is null;

-- Effects outside the database: begun when tries > 0, done when done_at is set. A subscription's handler fills it.
create table events.inbox (
  subscription text not null,
  position bigint not null,
  event_id text not null,
  type text not null,
  key text not null,
  data jsonb not null,
  at timestamptz not null,
  tries int not null default 0,
  -- Nobody else takes it before then: the lease of a try, or the wait for the next one.
  next_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (subscription, position)
);
create index inbox_next on events.inbox (subscription, next_at) where done_at is null;
