-- How many attempts to sign in failed, by source, day and method.
--
-- source VARCHAR NOT NULL: Where they tried: workos or okta.
-- day DATE: The day (UTC).
-- method VARCHAR: How they tried: sso, password, oauth, mfa, ...
-- attempts BIGINT NOT NULL: How many succeeded or failed.
-- failures BIGINT NOT NULL: How many failed or timed out.
-- failure_rate DOUBLE: The part that failed, from 0 to 1.
select
  source,
  cast("time" as date) as "day",
  "method",
  count(*) as attempts,
  count(case when outcome <> 'succeeded' then 1 end) as failures,
  cast(count(case when outcome <> 'succeeded' then 1 end) as double) / count(*) as failure_rate
from sign_in
where outcome in ('succeeded', 'failed', 'timed_out')
group by source, cast("time" as date), "method"
