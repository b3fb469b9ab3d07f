-- A connection through which people can sign in, with its organization.
--
-- connection_id VARCHAR NOT NULL: The connection.
-- name VARCHAR: Its name.
-- connection_type VARCHAR: Identity provider and protocol, such as OktaSAML.
-- domains VARCHAR: Its domains, separated by commas.
-- organization_id VARCHAR: The organization.
-- organization_name VARCHAR: The organization's name.
-- created_at TIMESTAMP: When the connection was created (UTC).
select
  c.id as connection_id,
  c.name,
  c.connection_type,
  c.domains,
  c.organization_id,
  o.name as organization_name,
  c.created_at
from workos_connection as c
left join workos_organization as o on o.id = c.organization_id
where c.state = 'active'
