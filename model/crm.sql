-- The database of model/federation.json: whom the accounts of a company name as their contacts.
create table if not exists contact (
  email varchar(100) primary key,
  account varchar(100) not null,
  plan varchar(20) not null
);
merge into contact values
  ('ann.vogel76@northwind.example', 'Northwind Freight', 'enterprise'),
  ('bob.haddad35@umbra.example', 'Umbra Analytics', 'free'),
  ('carla.lopez69@starkharbour.example', 'Stark Harbour Shipping', 'enterprise'),
  ('hiro.costa42@shalom.example', 'Shalom', 'free'),
  ('ines.kumar11@acme.example', 'Acme Corp', 'enterprise'),
  ('rosa.young98@vandelay.example', 'Vandelay Imports', 'free');
