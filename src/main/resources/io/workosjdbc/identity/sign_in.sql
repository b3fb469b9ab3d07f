-- Attempts to sign in at both sources. Of Okta, those are sessions that began or were refused, and
-- sign-ins to applications. A risk that WorkOS detected is none.
--
-- source VARCHAR NOT NULL: Where it happened: workos or okta.
-- id VARCHAR: Identifier of the event there.
-- subject VARCHAR: Identifier of the user there, where one is known.
-- email VARCHAR: The email address or login given.
-- outcome VARCHAR: succeeded, failed, started or timed_out.
-- method VARCHAR: How they signed in: sso, password, oauth, mfa, ...
-- ip VARCHAR: Where the attempt came from.
-- reason VARCHAR: Why it failed, as a code.
-- time TIMESTAMP: When it happened (UTC).
select
  cast('workos' as varchar) as source,
  id,
  user_id as subject,
  email,
  outcome,
  "method",
  ip_address as ip,
  error_code as reason,
  created_at as "time"
from ${workos}.workos_auth_event
where outcome is not null
union all
select
  cast('okta' as varchar),
  id,
  actor_id,
  actor_alternate_id,
  case
    when result in ('SUCCESS', 'ALLOW') then 'succeeded'
    when result in ('FAILURE', 'DENY', 'RATE_LIMIT') then 'failed'
    when result in ('CHALLENGE', 'DEFERRED', 'SCHEDULED') then 'started'
    when result in ('ABANDONED', 'UNANSWERED') then 'timed_out'
  end,
  case
    when event_type = 'user.authentication.sso' then 'sso'
    when event_type = 'user.authentication.auth_via_mfa' then 'mfa'
    when event_type = 'user.authentication.auth_via_social' then 'oauth'
    when event_type like 'user.authentication.auth_via%' then 'sso'
    else 'password'
  end,
  ip_address,
  reason,
  created_at
from ${okta}.okta_auth_event
where event_type = 'user.session.start' or event_type like 'user.authentication.%'
