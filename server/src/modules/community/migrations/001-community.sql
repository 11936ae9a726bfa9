create schema community;

create table community.boards (
  id text primary key,
  slug text not null unique,
  name text not null,
  name_en text,
  about text not null default '',
  about_en text,
  kind text not null check (kind in ('discussion', 'question', 'archive', 'notice', 'recruitment')),
  place integer not null,
  audience text[] not null,
  owner text not null default 'instance',
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table community.categories (
  id text primary key,
  board_id text not null references community.boards,
  parent_id text references community.categories,
  name text not null,
  name_en text,
  place integer not null,
  version integer not null default 1
);
create unique index categories_name on community.categories (board_id, coalesce(parent_id, ''), lower(name));

-- One row says that the preset was applied: what the operator removed later does not come back.
create table community.applied_presets (
  one boolean primary key default true check (one),
  preset text not null,
  applied_at timestamptz not null
);

create table community.posts (
  id text primary key,
  board_id text not null references community.boards,
  kind text not null,
  author_id text,
  state text not null check (state in ('living', 'pending', 'scheduled', 'hidden', 'deleted', 'erased')),
  listed boolean not null default true,
  title text not null,
  body text not null,
  category_id text references community.categories,
  top_category_id text references community.categories,
  tags text[] not null default '{}',
  attachments text[] not null default '{}',
  shown_files text[] not null default '{}',
  status text,
  pinned boolean not null default false,
  locked boolean not null default false,
  accepted_answer_id text,
  answers integer not null default 0 check (answers >= 0),
  human_answers integer not null default 0 check (human_answers >= 0),
  details jsonb not null default '{}',
  notes jsonb not null default '[]',
  archive_of text references community.posts,
  version integer not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  revised_at timestamptz not null,
  revised_by text,
  edited_at timestamptz,
  opened_at timestamptz not null,
  active_at timestamptz not null,
  active_by text,
  deleted_at timestamptz,
  deleted_by text
) with (fillfactor = 85);

-- A list walks the index of its sort and stops at the page's end; ids are time-ordered, so `latest` is the id.
create index posts_latest on community.posts (board_id, id desc) where state = 'living' and listed;
create index posts_active on community.posts (board_id, active_at desc, id desc) where state = 'living' and listed;
create index posts_answers on community.posts (board_id, answers desc, id desc) where state = 'living' and listed;
create index posts_unanswered on community.posts (board_id, id desc)
  where state = 'living' and listed and human_answers = 0;
create index posts_category on community.posts (category_id, id desc) where state = 'living' and listed;
create index posts_top_category on community.posts (top_category_id, id desc) where state = 'living' and listed;
create index posts_status on community.posts (board_id, status, id desc) where state = 'living';
create index posts_author on community.posts (author_id, id desc) where state = 'living';
create index posts_pinned on community.posts (board_id) where pinned;
create index posts_archive_of on community.posts (archive_of) where archive_of is not null;
create index posts_pending on community.posts (board_id, id) where state = 'pending';
create index posts_deleted on community.posts (deleted_at) where state = 'deleted';
-- What the clock changes: notices that begin or end, recruitments whose deadline passes, questions that go stale.
create index posts_timed on community.posts (kind, status)
  where kind in ('notice', 'recruitment') and state in ('living', 'scheduled') and listed;
create index posts_stale on community.posts (opened_at)
  where kind = 'question' and status = 'UNSOLVED' and state = 'living' and answers = 1 and human_answers = 0;

-- Sorts by what the platform counts walk its rows; only posts are sorted so.
create index subjects_posts_likes on platform.subjects (container_id, likes desc, id desc)
  where kind = 'post' and state = 'living' and listed;
create index subjects_posts_views on platform.subjects (container_id, views desc, id desc)
  where kind = 'post' and state = 'living' and listed;

-- The posts of a tag in the order of lists; posts.tags is what is shown.
create table community.post_tags (
  tag text not null,
  post_id text not null references community.posts,
  primary key (tag, post_id)
);
create index on community.post_tags (post_id);

create table community.tags (
  name text primary key,
  posts integer not null
);
create index tags_prefix on community.tags (name text_pattern_ops);
create index tags_posts on community.tags (posts desc, name);

create table community.answers (
  id text primary key,
  question_id text not null references community.posts,
  author_id text,
  by_assistant boolean not null default false,
  state text not null check (state in ('living', 'hidden', 'deleted', 'erased')),
  body text not null,
  shown_files text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  revised_at timestamptz not null,
  revised_by text,
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by text
);
create index on community.answers (question_id, id) where state = 'living';
create index on community.answers (author_id, id desc) where state = 'living';
create index on community.answers (deleted_at) where state = 'deleted';

-- What a post or answer said before each edit; the newest revision is the row itself.
create table community.revisions (
  subject_id text not null,
  n integer not null,
  editor_id text,
  title text not null,
  body text not null,
  details jsonb not null,
  tags text[] not null,
  written_at timestamptz not null,
  primary key (subject_id, n)
);

create table community.acknowledgements (
  post_id text not null references community.posts,
  member_id text not null,
  at timestamptz not null,
  primary key (post_id, member_id)
);

-- When a member last wrote on a board in slow mode: counted here, so all processes agree.
create table community.last_posts (
  board_id text not null references community.boards,
  member_id text not null,
  at timestamptz not null,
  primary key (board_id, member_id)
);

-- Who saw what today, as a hash whose salt is thrown away when the day is over.
create table community.viewers (
  day date not null,
  post_id text not null,
  viewer bytea not null,
  primary key (day, post_id, viewer)
);
create table community.view_salts (
  day date primary key,
  salt bytea not null
);
