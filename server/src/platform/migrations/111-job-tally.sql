-- How many runs ended in which state, ever: it outlives the runs, and every process answers the same.
create table jobs.tally (
  job text not null,
  state text not null,
  runs bigint not null,
  primary key (job, state)
);
