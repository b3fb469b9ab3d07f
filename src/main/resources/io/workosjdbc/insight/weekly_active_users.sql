-- How many people signed in in a week.
--
-- week DATE: The Monday with which the week begins (UTC).
-- active_users BIGINT NOT NULL: How many people, told apart by email address, signed in.
select
  cast(floor(created_at - interval '1' day to week) + interval '1' day as date) as "week",
  count(distinct lower(email)) as active_users
from workos_auth_event
where outcome = 'succeeded'
group by cast(floor(created_at - interval '1' day to week) + interval '1' day as date)
