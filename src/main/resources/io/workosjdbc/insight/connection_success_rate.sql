-- How many sign-ins through a connection of an organization succeeded in the last 30 days.
--
-- connection_id VARCHAR NOT NULL: The connection.
-- name VARCHAR: Its name.
-- connection_type VARCHAR: Identity provider and protocol, such as OktaSAML.
-- state VARCHAR: Its state, such as active.
-- organization_id VARCHAR: The organization.
-- succeeded BIGINT NOT NULL: How many sign-ins succeeded.
-- failed BIGINT NOT NULL: How many failed or timed out.
-- success_rate DOUBLE: The part that succeeded, from 0 to 1; NULL when nobody tried.
-- last_success_at TIMESTAMP: When one last succeeded (UTC).
select
  c.id as connection_id,
  c.name,
  c.connection_type,
  c.state,
  c.organization_id,
  coalesce(e.succeeded, 0) as succeeded,
  coalesce(e.failed, 0) as failed,
  cast(e.succeeded as double) / (e.succeeded + e.failed) as success_rate,
  e.last_success_at
from workos_connection as c
left join (
  select
    organization_id,
    connection_id,
    count(*) filter (where outcome = 'succeeded') as succeeded,
    count(*) filter (where outcome <> 'succeeded') as failed,
    max(created_at) filter (where outcome = 'succeeded') as last_success_at
  from workos_auth_event
  where "method" = 'sso'
    and outcome in ('succeeded', 'failed', 'timed_out')
    and created_at >= current_timestamp - interval '30' day
  group by organization_id, connection_id
) as e on e.organization_id = c.organization_id and e.connection_id = c.id
where c.organization_id is not null
