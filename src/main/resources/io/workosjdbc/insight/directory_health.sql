-- Whether a directory is being synced.
--
-- directory_id VARCHAR NOT NULL: The directory.
-- name VARCHAR: Its name.
-- directory_type VARCHAR: Provider, such as okta scim v2.0.
-- organization_id VARCHAR: The organization.
-- state VARCHAR: Its state at the API, such as linked or invalid_credentials.
-- health VARCHAR: syncing; quiet: linked, and nothing changed in 30 days; broken: the provider
--   refuses the credentials; else its state.
-- active_users BIGINT: How many of its users are active.
-- last_change_at TIMESTAMP: When a user or group of it last changed (UTC), within 30 days.
select
  d.id as directory_id,
  d.name,
  d.directory_type,
  d.organization_id,
  d.state,
  case
    when d.state = 'invalid_credentials' then 'broken'
    when d.state in ('linked', 'active') and e.last_change_at is null then 'quiet'
    when d.state in ('linked', 'active') then 'syncing'
    else d.state
  end as health,
  d.active_users,
  e.last_change_at
from workos_directory as d
left join (
  select organization_id, directory_id, max(created_at) as last_change_at
  from workos_event
  where event_type in (
      'dsync.user.created', 'dsync.user.updated', 'dsync.user.deleted',
      'dsync.group.created', 'dsync.group.updated', 'dsync.group.deleted')
    and created_at >= current_timestamp - interval '30' day
  group by organization_id, directory_id
) as e on e.organization_id = d.organization_id and e.directory_id = d.id
