create schema search;

-- Two places for an index: one is live, the other is idle or being built beside it.
create table search.indexes (
  number smallint primary key check (number in (0, 1)),
  state text not null check (state in ('live', 'building', 'idle')),
  -- how its terms were made (text/form.ts): another form asks for a rebuild
  form integer not null,
  -- what is folded so far; `version` counts the folds
  documents integer not null default 0,
  length bigint not null default 0,
  version integer not null default 0
);
create unique index on search.indexes (state) where state <> 'idle';
insert into search.indexes (number, state, form) values (0, 'live', 2), (1, 'idle', 2);

create sequence search.document_numbers;

-- A living subject as search sees it. `words` finds it, its terms rank it, `title` and `body` show it.
create table search.documents (
  index smallint not null,
  id text not null,
  number bigint not null default nextval('search.document_numbers'),
  kind text not null,
  variant text,
  container_id text,
  author_id text,
  audience text[] not null,
  status text,
  listed boolean not null,
  language text not null,
  category_path text[] not null,
  tags text[] not null,
  version integer not null,
  -- sha256 over id, version and the canonical document
  digest bytea not null,
  likes integer not null,
  views integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  facets jsonb not null,
  title text not null,
  body text not null,
  words tsvector not null,
  primary key (index, id)
) partition by list (index);

-- wide columns stay outside of the row, so that counting and filtering thousands of hits reads little
alter table search.documents
  alter words set storage external, alter title set storage main, alter tags set storage main,
  alter audience set storage main, alter category_path set storage main;
create table search.documents_0 partition of search.documents for values in (0)
  with (toast_tuple_target = 512, fillfactor = 90);
create table search.documents_1 partition of search.documents for values in (1)
  with (toast_tuple_target = 512, fillfactor = 90);
create index on search.documents using gin (words) with (fastupdate = on, gin_pending_list_limit = 256);
create index on search.documents (created_at desc, id desc);

-- What ranks a document, by its number: beside it, since out of TOAST each value would cost several times as much.
create table search.terms (
  index smallint not null,
  number bigint not null,
  terms text not null,
  primary key (index, number)
) partition by list (index);
alter table search.terms alter terms set storage main;
create table search.terms_0 partition of search.terms for values in (0);
create table search.terms_1 partition of search.terms for values in (1);

-- What was written since the last fold: frequencies are never touched in a publisher's transaction.
create table search.changes (
  n bigint generated always as identity primary key,
  index smallint not null,
  removed text,
  added text,
  words text[],
  head_words text[]
);

-- How many documents have a term: ascending pairs of 32-bit hash and count, in 64 buckets by the hash's upper bits.
create table search.frequencies (
  index smallint not null,
  bucket smallint not null,
  version integer not null,
  entries bytea not null,
  primary key (index, bucket)
);
alter table search.frequencies alter entries set storage external;

-- Words for corrections and suggestions; `head` of them in titles and tags.
create table search.words (
  index smallint not null,
  word text not null,
  head integer not null,
  documents integer not null,
  version integer not null,
  primary key (index, word)
);
create index on search.words (index, version);

-- Searches a day: one actor counts at most ten times. Actors are salted hashes of the day.
create table search.asked (
  day date not null,
  text text not null,
  actor text not null,
  times integer not null,
  primary key (day, text, actor)
);

create table search.own_searches (
  member_id text not null,
  text text not null,
  asked_at timestamptz not null,
  primary key (member_id, text)
);
create index on search.own_searches (member_id, asked_at desc);
