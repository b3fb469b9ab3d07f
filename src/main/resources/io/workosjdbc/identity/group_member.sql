-- Who is in which group: groups of WorkOS directories and of Okta. It takes a list for each group.
--
-- source VARCHAR NOT NULL: Where the row is from: workos or okta.
-- group_id VARCHAR: Identifier of the group there.
-- subject VARCHAR: Identifier of the person there; of WorkOS, the directory user.
-- email VARCHAR: Email address of the person.
select
  cast('workos' as varchar) as source,
  directory_group_id as group_id,
  directory_user_id as subject,
  email
from ${workos}.workos_directory_group_membership
union all
select cast('okta' as varchar), group_id, user_id, email
from ${okta}.okta_group_member
