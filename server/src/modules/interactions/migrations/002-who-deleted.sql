-- Null where it was deleted before this was told: only a moderator brings that back.
alter table interactions.comments add deleted_by text;
