-- How many people signed in in a month.
--
-- month DATE: The first day of the month (UTC).
-- active_users BIGINT NOT NULL: How many people, told apart by email address, signed in.
select
  cast(floor(created_at to month) as date) as "month",
  count(distinct lower(email)) as active_users
from workos_auth_event
where outcome = 'succeeded'
group by cast(floor(created_at to month) as date)
