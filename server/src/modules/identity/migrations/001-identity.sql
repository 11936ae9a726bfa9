create schema identity;

create table identity.members (
  id text primary key,
  status text not null check (status in ('pending', 'active', 'suspended', 'withdrawing', 'withdrawn')),
  email text,
  -- lower case: what is unique
  email_key text unique,
  nickname text,
  password_hash text,
  locale text not null,
  bio text not null default '',
  links text[] not null default '{}',
  avatar_id text,
  avatar_sha256 text,
  birth_date date,
  gender text check (gender in ('male', 'female')),
  -- AES-256-GCM under a key derived from SECRET_KEY
  phone_sealed bytea,
  renamed_at timestamptz[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  verified_at timestamptz
);
create index on identity.members (created_at) where status = 'pending';

-- Every name in use or held for its former bearer: this key decides who has it.
create table identity.nicknames (
  key text primary key,
  member_id text not null,
  held_until timestamptz
);
create index on identity.nicknames (member_id);
create index on identity.nicknames (key text_pattern_ops) where held_until is null;

create table identity.sessions (
  id text primary key,
  member_id text not null references identity.members on delete cascade,
  created_at timestamptz not null,
  used_at timestamptz not null,
  proved_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  revoked_for text,
  address text not null,
  user_agent text not null
);
create index on identity.sessions (member_id, created_at desc) where revoked_at is null;

-- A chain a session: only its newest token is good, an older one betrays a thief.
create table identity.refresh_tokens (
  hash bytea primary key,
  session_id text not null references identity.sessions on delete cascade,
  issued_at timestamptz not null,
  rotated_at timestamptz,
  idempotency_key text,
  -- the token that followed, readable only with this one
  successor_sealed bytea
);
create index on identity.refresh_tokens (session_id);

-- What a mailed link proves. One living token a member and purpose.
create table identity.mailed_tokens (
  hash bytea primary key,
  purpose text not null check (purpose in ('verify', 'reset')),
  member_id text not null references identity.members on delete cascade,
  email text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on identity.mailed_tokens (member_id, purpose);

-- Acts counted exactly over all processes: failed sign-ins, letters, sign-ups.
create table identity.tallies (
  key text primary key,
  times timestamptz[] not null default '{}',
  locked_until timestamptz,
  locks integer not null default 0,
  touched_at timestamptz not null
);
create index on identity.tallies (touched_at);

create table identity.grants (
  id text primary key,
  member_id text not null references identity.members on delete cascade,
  role text not null check (role in ('admin', 'moderator', 'tutor', 'mentor', 'host')),
  scope text not null default 'instance',
  until timestamptz,
  granted_by text not null,
  reason text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text
);
create unique index grants_living on identity.grants (member_id, role, scope) where revoked_at is null;
create index on identity.grants (role) where revoked_at is null;

create table identity.terms (
  consent text not null check (consent in ('terms', 'privacy', 'marketing', 'nightPush')),
  version integer not null,
  ko text not null,
  en text not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (consent, version)
);

create table identity.consents (
  member_id text not null references identity.members on delete cascade,
  consent text not null,
  version integer not null,
  given boolean not null,
  answered_at timestamptz not null,
  primary key (member_id, consent, answered_at)
);

create table identity.setup (
  one boolean primary key default true check (one),
  nonce bytea not null,
  expires_at timestamptz not null,
  done_at timestamptz
);
