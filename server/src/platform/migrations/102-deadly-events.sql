-- How often a process began at the same checkpoint: then it goes step by step, and notes each event before it begins.
alter table events.subscription
  add column starts int not null default 0,
  add column start_position bigint not null default -1,
  add column suspect bigint;
