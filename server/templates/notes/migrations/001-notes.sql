create schema notes;

create table notes.notes (
  id text primary key,
  author_id text not null,
  title text not null,
  body text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index on notes.notes (id desc) where deleted_at is null;
