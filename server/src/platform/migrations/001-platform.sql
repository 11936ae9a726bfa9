create schema if not exists platform;

-- One row a subject: the only table that every read model may join.
create table platform.subjects (
  id text primary key,
  kind text not null,
  -- What it is among its kind: a post is a question or an archive entry.
  variant text,
  container_id text,
  author_id text,
  audience text[] not null,
  state text not null check (state in ('living', 'hidden', 'deleted')),
  listed boolean not null default true,
  locked boolean not null default false,
  version integer not null,
  title text not null,
  excerpt text not null,
  status text,
  tags text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  active_at timestamptz not null,
  likes integer not null default 0 check (likes >= 0),
  dislikes integer not null default 0 check (dislikes >= 0),
  comments integer not null default 0 check (comments >= 0),
  bookmarks integer not null default 0 check (bookmarks >= 0),
  views integer not null default 0 check (views >= 0)
) with (fillfactor = 80);
create index on platform.subjects (kind, created_at desc, id desc) where state = 'living';
create index on platform.subjects (author_id, created_at desc, id desc) where state = 'living';
create index on platform.subjects (container_id, created_at desc, id desc) where state = 'living';

create table platform.settings (
  key text primary key,
  value jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Every administrative act, hash-chained: a row is never edited.
create table platform.audit (
  n bigint primary key,
  at timestamptz not null,
  actor_id text not null,
  act text not null,
  target text not null,
  before jsonb,
  after jsonb,
  reason text,
  hash text not null
);
create index on platform.audit (target, n desc);

-- The first answer to a POST with an Idempotency-Key.
create table platform.idempotency (
  actor text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  committed boolean not null default false,
  status integer,
  headers jsonb,
  answer text,
  lease_until timestamptz not null,
  created_at timestamptz not null,
  primary key (actor, route, key)
);
create index on platform.idempotency (created_at);
