-- An organization whose people sign in through an active connection, and that has no linked directory.
--
-- organization_id VARCHAR NOT NULL: The organization.
-- name VARCHAR: Its name.
-- active_connections BIGINT NOT NULL: How many active connections it has.
-- created_at TIMESTAMP: When the organization was created (UTC).
select o.id as organization_id, o.name, c.active_connections, o.created_at
from workos_organization as o
join (
  select organization_id, count(*) as active_connections
  from workos_connection
  where state = 'active'
  group by organization_id
) as c on c.organization_id = o.id
left join (
  select organization_id, count(*) as linked_directories
  from workos_directory
  where state in ('linked', 'active')
  group by organization_id
) as d on d.organization_id = o.id
where d.linked_directories is null
