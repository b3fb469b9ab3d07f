-- A domain of an organization that is not verified.
--
-- domain_id VARCHAR NOT NULL: The domain's identifier.
-- domain VARCHAR: The domain.
-- state VARCHAR: pending, failed or unverified; NULL if the API does not say.
-- verification_strategy VARCHAR: dns or manual.
-- organization_id VARCHAR: The organization.
-- organization_name VARCHAR: The organization's name.
-- created_at TIMESTAMP: When the domain was added (UTC).
select
  d.id as domain_id,
  d.domain,
  d.state,
  d.verification_strategy,
  d.organization_id,
  o.name as organization_name,
  d.created_at
from workos_organization_domain as d
left join workos_organization as o on o.id = d.organization_id
where d.state is null or d.state not in ('verified', 'legacy_verified')
