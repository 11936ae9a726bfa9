-- Counted by board: a reader is told of the tags of those boards that they may see.
create table community.board_tags (
  board_id text not null references community.boards,
  name text not null,
  posts integer not null,
  primary key (board_id, name)
);
create index board_tags_prefix on community.board_tags (name text_pattern_ops);
insert into community.board_tags (board_id, name, posts)
  select p.board_id, t.tag, count(*) from community.post_tags t join community.posts p on p.id = t.post_id
  where p.state = 'living' group by p.board_id, t.tag;
drop table community.tags;
