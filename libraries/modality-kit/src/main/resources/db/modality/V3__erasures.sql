-- Up to which erasure everything was carried out, outside of this database too, and confirmed.
alter table person add column settled_erasures bigint not null default 0;
