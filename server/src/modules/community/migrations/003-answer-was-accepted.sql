-- A deleted answer that was the accepted one: it comes back as that, where none was accepted meanwhile.
alter table community.answers add was_accepted boolean not null default false;
