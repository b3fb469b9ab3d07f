-- An organization with its connections, directories, domains and last sign-in.
--
-- organization_id VARCHAR NOT NULL: The organization.
-- name VARCHAR: Its name.
-- domains VARCHAR: Its domains, separated by commas.
-- connections BIGINT NOT NULL: How many connections it has.
-- active_connections BIGINT NOT NULL: How many of them are active.
-- directories BIGINT NOT NULL: How many directories it has.
-- linked_directories BIGINT NOT NULL: How many of them are linked.
-- last_sign_in_at TIMESTAMP: When somebody last signed in to it (UTC), by single sign-on or with a
--   session, as far back as events are kept.
-- created_at TIMESTAMP: When it was created (UTC).
select
  o.id as organization_id,
  o.name,
  o.domains,
  coalesce(c.connections, 0) as connections,
  coalesce(c.active_connections, 0) as active_connections,
  coalesce(d.directories, 0) as directories,
  coalesce(d.linked_directories, 0) as linked_directories,
  s.last_sign_in_at,
  o.created_at
from workos_organization as o
left join (
  select
    organization_id,
    count(*) as connections,
    count(*) filter (where state = 'active') as active_connections
  from workos_connection
  group by organization_id
) as c on c.organization_id = o.id
left join (
  select
    organization_id,
    count(*) as directories,
    -- Newer answers of the API say active where older ones say linked.
    count(*) filter (where state in ('linked', 'active')) as linked_directories
  from workos_directory
  group by organization_id
) as d on d.organization_id = o.id
left join (
  select organization_id, max(created_at) as last_sign_in_at
  from workos_event
  where event_type in ('authentication.sso_succeeded', 'session.created')
  group by organization_id
) as s on s.organization_id = o.id
