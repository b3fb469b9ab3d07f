-- An hour in which ten sign-ins or more from the same IP address failed.
--
-- ip_address VARCHAR: The address.
-- hour_at TIMESTAMP: When the hour began (UTC).
-- failures BIGINT NOT NULL: How many sign-ins failed.
-- people BIGINT NOT NULL: How many email addresses were tried.
-- first_at TIMESTAMP: When the first of them failed (UTC).
-- last_at TIMESTAMP: When the last of them failed (UTC).
select
  ip_address,
  floor(created_at to hour) as hour_at,
  count(*) as failures,
  count(distinct email) as people,
  min(created_at) as first_at,
  max(created_at) as last_at
from workos_auth_event
where outcome = 'failed' and ip_address is not null
group by ip_address, floor(created_at to hour)
having count(*) >= 10
