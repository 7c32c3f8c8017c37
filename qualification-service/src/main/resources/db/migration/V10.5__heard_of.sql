-- When what a lead said by itself last arrived: what arrived before that and is told of later only adds
-- to what is known. Null: not since this is noted.
alter table lead add column heard_at timestamptz;
