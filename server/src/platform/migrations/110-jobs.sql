create schema if not exists jobs;

create table jobs.run (
  id text primary key,
  job text not null,
  parameters jsonb not null,
  -- The same parameters give the same text, whatever the order of their keys.
  parameters_key text not null,
  scheduled_for timestamptz,
  state text not null check (state in ('READY', 'RUNNING', 'STOPPING', 'STOPPED', 'COMPLETED', 'FAILED', 'ABANDONED')),
  attempt int not null default 0,
  lease_owner text,
  lease_until timestamptz,
  fence bigint not null default 0,
  crashes int not null default 0,
  requested_by text not null,
  error text,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  unique (job, scheduled_for)
);
create unique index run_active on jobs.run (job, parameters_key) where state in ('READY', 'RUNNING', 'STOPPING');
create index run_waiting on jobs.run (created_at, id) where state in ('READY', 'RUNNING', 'STOPPING');
create index run_newest on jobs.run (created_at desc, id desc);
create index run_of_job on jobs.run (job, created_at desc, id desc);

create table jobs.step (
  run_id text not null references jobs.run on delete cascade,
  number int not null,
  name text not null,
  state text not null check (state in ('READY', 'RUNNING', 'COMPLETED', 'FAILED')),
  checkpoint jsonb check (octet_length(checkpoint::text) <= 65536),
  total bigint,
  read bigint not null default 0,
  written bigint not null default 0,
  skipped bigint not null default 0,
  failed bigint not null default 0,
  retries bigint not null default 0,
  error text,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (run_id, number),
  constraint every_item_has_an_outcome check (read = written + skipped + failed)
);

create table jobs.item (
  run_id text not null references jobs.run on delete cascade,
  step text not null,
  key text not null,
  outcome text not null check (outcome in ('skipped', 'failed')),
  reason text not null,
  excerpt text not null check (octet_length(excerpt) <= 2048),
  primary key (run_id, step, key)
);

-- One row a tick decides which node makes its run; without a run it was skipped, as one was still going.
create table jobs.tick (
  job text not null,
  scheduled_for timestamptz not null,
  run_id text references jobs.run on delete cascade,
  primary key (job, scheduled_for)
);

-- When a schedule was first seen: ticks before that are nobody's.
create table jobs.schedule (
  job text primary key,
  seen_at timestamptz not null
);
