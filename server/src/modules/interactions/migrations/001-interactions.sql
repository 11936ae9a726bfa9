create schema interactions;

create table interactions.comments (
  id text primary key,
  subject_id text not null,
  root_id text not null,
  parent_id text,
  -- Whom it answers, where the allowed depth hangs it on a higher parent.
  answers_id text,
  -- Ids from the root down to this one, joined by dots: byte order is depth first, oldest first.
  path text collate "C" not null unique,
  depth smallint not null check (depth between 1 and 10),
  author_id text,
  body text not null,
  quote_of text,
  quote text check ((quote is null) = (quote_of is null)),
  -- Shown ones below it, at any depth.
  replies integer not null default 0 check (replies >= 0),
  -- A deleted one stays as a tombstone while something shown hangs on it.
  shown boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
) with (fillfactor = 90);
create index comments_of_subject on interactions.comments (subject_id, depth, id);
create index comments_deleted on interactions.comments (deleted_at) where deleted_at is not null;

create table interactions.comment_revisions (
  comment_id text not null references interactions.comments on delete cascade,
  version integer not null,
  body text not null,
  written_at timestamptz not null,
  primary key (comment_id, version)
);

create table interactions.reactions (
  subject_id text not null,
  member_id text not null,
  kind text not null check (kind in ('like', 'dislike')),
  at timestamptz not null,
  primary key (subject_id, member_id)
);
create index reactions_of_member on interactions.reactions (member_id, at desc, subject_id desc);

-- A removed one stays: the next is not the first.
create table interactions.bookmarks (
  subject_id text not null,
  member_id text not null,
  folder text,
  at timestamptz not null,
  removed_at timestamptz,
  primary key (subject_id, member_id)
);
create index bookmarks_of_member on interactions.bookmarks (member_id, at desc, subject_id desc)
  where removed_at is null;

create table interactions.drafts (
  id text not null unique,
  member_id text not null,
  key text not null,
  content jsonb not null,
  -- Ids of the files that it shows: they are kept as long as it is.
  files text[] not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (member_id, key)
);

create table interactions.mentions (
  subject_id text not null,
  member_id text not null,
  -- As it was written.
  nickname text not null,
  at timestamptz not null,
  primary key (subject_id, member_id)
);
