-- How many people signed in on a day, by source.
--
-- source VARCHAR NOT NULL: Where they signed in: workos or okta.
-- day DATE: The day (UTC).
-- active_users BIGINT NOT NULL: How many people, told apart by email address, signed in.
select source, cast("time" as date) as "day", count(distinct lower(email)) as active_users
from sign_in
where outcome = 'succeeded'
group by source, cast("time" as date)
