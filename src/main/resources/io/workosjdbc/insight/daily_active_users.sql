-- How many people signed in on a day.
--
-- day DATE: The day (UTC).
-- active_users BIGINT NOT NULL: How many people, told apart by email address, signed in.
select cast(created_at as date) as "day", count(distinct lower(email)) as active_users
from workos_auth_event
where outcome = 'succeeded'
group by cast(created_at as date)
