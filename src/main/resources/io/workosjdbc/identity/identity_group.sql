-- The groups of both sources: of WorkOS directories, and of Okta.
--
-- source VARCHAR NOT NULL: Where the row is from: workos or okta.
-- group_id VARCHAR: Identifier of the group there.
-- name VARCHAR: Name, as people read it.
-- kind VARCHAR: Where the group is kept: directory, or Okta's OKTA_GROUP, APP_GROUP or BUILT_IN.
-- created_at TIMESTAMP: When it was created (UTC).
select
  cast('workos' as varchar) as source,
  id as group_id,
  name,
  cast('directory' as varchar) as kind,
  created_at
from ${workos}.workos_directory_group
union all
select cast('okta' as varchar), id, name, type, created_at
from ${okta}.okta_group
