-- Sign-ins that failed or timed out, by day, method and reason.
--
-- day DATE: The day (UTC).
-- method VARCHAR: How they tried: sso, password, oauth, magic_auth, ...
-- error_code VARCHAR: Why it failed, as a code.
-- error_message VARCHAR: Why it failed, in words.
-- failures BIGINT NOT NULL: How many failed.
-- people BIGINT NOT NULL: How many email addresses were given.
select
  cast(created_at as date) as "day",
  "method",
  error_code,
  error_message,
  count(*) as failures,
  count(distinct email) as people
from workos_auth_event
where outcome in ('failed', 'timed_out')
group by cast(created_at as date), "method", error_code, error_message
