-- The people of both sources. Somebody who is in both has a row for each; lower(email) joins them.
--
-- source VARCHAR NOT NULL: Where the row is from: workos or okta.
-- subject VARCHAR: Identifier of the user there.
-- email VARCHAR: Email address.
-- first_name VARCHAR: First name.
-- last_name VARCHAR: Last name.
-- status VARCHAR: The user's status; WorkOS has none.
-- is_active BOOLEAN: Whether they may sign in; unknown for WorkOS.
-- created_at TIMESTAMP: When the user was created (UTC).
-- last_sign_in_at TIMESTAMP: When they last signed in (UTC).
select
  cast('workos' as varchar) as source,
  id as subject,
  email,
  first_name,
  last_name,
  cast(null as varchar) as status,
  cast(null as boolean) as is_active,
  created_at,
  last_sign_in_at
from ${workos}.workos_user
union all
select
  cast('okta' as varchar),
  id,
  email,
  first_name,
  last_name,
  status,
  status in ('ACTIVE', 'PASSWORD_EXPIRED', 'RECOVERY'),
  created_at,
  last_login
from ${okta}.okta_user
