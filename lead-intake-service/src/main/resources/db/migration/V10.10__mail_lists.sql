-- Lists by which e-mail addresses are told apart, besides the small ones that are built in.
create table mail_list (
  list      text        primary key, -- DISPOSABLE, FREE_MAIL, ROLE
  loaded_at timestamptz not null
);
create table mail_list_entry (
  list  text not null references mail_list (list),
  entry text not null,
  primary key (list, entry)
);
