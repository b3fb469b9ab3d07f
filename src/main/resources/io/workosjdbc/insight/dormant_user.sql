-- A user who has not signed in for 60 days, or never since they were created 60 days ago.
--
-- user_id VARCHAR NOT NULL: The user.
-- email VARCHAR: Email address.
-- name VARCHAR: Whole name.
-- last_sign_in_at TIMESTAMP: When they last signed in (UTC); NULL if they never did.
-- created_at TIMESTAMP: When they were created (UTC).
select id as user_id, email, name, last_sign_in_at, created_at
from workos_user
where coalesce(last_sign_in_at, created_at) < current_timestamp - interval '60' day
