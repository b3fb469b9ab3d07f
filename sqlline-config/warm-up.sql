-- What workos-sql runs once on the demo environment, so that its class-data archive holds what statements need.
select * from workos_organization where id = 'org_none';
select name, domains, created_at from workos_organization order by created_at desc limit 3;
select connection_type, count(*) as connections from workos_connection group by connection_type order by 2 desc;
select o.name, d.state from workos_directory as d join workos_organization as o on d.organization_id = o.id limit 3;
select method, outcome, count(*) from workos_auth_event where created_at >= current_timestamp - interval '1' day group by method, outcome order by 3 desc;
select created_at, event_type, email from workos_auth_event where event_type like 'authentication.sso%' order by created_at desc limit 3;
