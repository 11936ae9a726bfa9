-- Letters wait here from the transaction that wrote them until the provider has taken them. Sent ones keep their
-- envelope only: a text may hold a token.
create table platform.mails (
  id text primary key,
  "to" text not null,
  subject text not null,
  text text not null,
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed', 'expired')),
  tries integer not null default 0,
  error text,
  due_at timestamptz not null,
  useless_after timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index on platform.mails (due_at) where state = 'pending';
