create schema activity;

-- What members did, made from the event log alone.
create table activity.acts (
  id text not null,
  actor_id text not null,
  verb text not null,
  subject_id text not null,
  kind text not null,
  position bigint not null,
  at timestamptz not null,
  primary key (subject_id, verb, actor_id)
);
create index acts_of_member on activity.acts (actor_id, position desc);
create index acts_of_member_by_kind on activity.acts (actor_id, kind, position desc);

create table activity.follows (
  member_id text not null,
  kind text not null check (kind in ('member', 'board', 'tag')),
  target_id text not null,
  at timestamptz not null,
  primary key (member_id, kind, target_id)
);

create table activity.preferences (
  member_id text primary key,
  hidden_kinds text[] not null
);

-- The home page walks the newest of each kind, the feed the newest of all and those of a tag.
create index subjects_newest on platform.subjects (created_at desc, id desc)
  where state = 'living' and listed and kind <> 'comment';
create index subjects_newest_by_kind on platform.subjects (coalesce(variant, kind), created_at desc, id desc)
  where state = 'living' and listed and kind <> 'comment';
create index subjects_tags on platform.subjects using gin (tags)
  where state = 'living' and listed and tags <> '{}';
