-- What an importer made of which source: run again, it goes on, updates or leaves alone.
create table platform.imported (
  source text not null,
  path text not null,
  -- the post or file; given before it is written, so that texts can link to what comes later
  target_id text not null,
  -- of what was written; null until then
  hash text,
  imported_at timestamptz,
  primary key (source, path)
);
create index on platform.imported (target_id);
