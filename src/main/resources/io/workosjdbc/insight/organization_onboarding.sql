-- How far the setup of an organization has come: a verified domain, an active connection, a linked directory.
--
-- organization_id VARCHAR NOT NULL: The organization.
-- name VARCHAR: Its name.
-- verified_domains BIGINT NOT NULL: How many of its domains are verified.
-- active_connections BIGINT NOT NULL: How many of its connections are active.
-- linked_directories BIGINT NOT NULL: How many of its directories are linked.
-- steps_done BIGINT NOT NULL: How many of the three steps are done.
-- next_step VARCHAR: What comes next: verify a domain, activate a connection or link a directory;
--   NULL when all is done.
-- created_at TIMESTAMP: When the organization was created (UTC).
select
  organization_id,
  name,
  verified_domains,
  active_connections,
  linked_directories,
  cast(
    case when verified_domains > 0 then 1 else 0 end
    + case when active_connections > 0 then 1 else 0 end
    + case when linked_directories > 0 then 1 else 0 end as bigint) as steps_done,
  cast(
    case
      when verified_domains = 0 then 'verify a domain'
      when active_connections = 0 then 'activate a connection'
      when linked_directories = 0 then 'link a directory'
    end as varchar) as next_step,
  created_at
from (
  select
    o.id as organization_id,
    o.name,
    coalesce(v.verified_domains, 0) as verified_domains,
    coalesce(c.active_connections, 0) as active_connections,
    coalesce(d.linked_directories, 0) as linked_directories,
    o.created_at
  from workos_organization as o
  left join (
    select organization_id, count(*) as verified_domains
    from workos_organization_domain
    where state in ('verified', 'legacy_verified')
    group by organization_id
  ) as v on v.organization_id = o.id
  left join (
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
) as steps
