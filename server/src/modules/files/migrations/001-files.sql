create schema if not exists files;

create table files.file (
  id text primary key,
  owner_id text not null,
  kind text not null check (kind in ('avatar', 'image', 'attachment', 'video', 'track', 'import', 'export')),
  state text not null check (state in ('pending', 'ready', 'refused', 'erased')),
  name text not null,
  type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  width integer,
  height integer,
  -- [{ name, type, sizeBytes, width, height }]: what the blob store holds
  variants jsonb not null,
  created_at timestamptz not null,
  -- null while something refers to it
  unreferenced_since timestamptz,
  -- an avatar that its member replaced: its address is gone from then on
  replaced_at timestamptz,
  -- false once the blobs of an erased file are deleted
  has_blobs boolean not null default true
);
create index on files.file (owner_id, created_at desc, id desc) where state <> 'erased';
create index on files.file (unreferenced_since) where unreferenced_since is not null and state <> 'erased';
create index on files.file (id) where state = 'erased' and has_blobs;

-- Who shows a file: a subject (its audience may read the file), a member (an avatar: everybody may), a draft.
create table files.reference (
  referrer_id text not null,
  file_id text not null references files.file (id),
  primary key (referrer_id, file_id)
);
create index on files.reference (file_id);
