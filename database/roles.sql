-- The accounts of the database (docs/database-accounts.md). Run by the server's superuser in the program's own database,
-- once and again whenever a password is changed; compose.yaml runs it when the database is made:
--   GENKLANG_OWNER_PASSWORD=… GENKLANG_WEB_PASSWORD=… psql -d genklang -f database/roles.sql
\set ON_ERROR_STOP on
set client_min_messages to warning;
\getenv owner_password GENKLANG_OWNER_PASSWORD
\getenv web_password GENKLANG_WEB_PASSWORD

begin;

-- Owns the tables. Only genklang migrate and genklang restore sign in as this.
select 'create role genklang_owner' where not exists (select from pg_roles where rolname = 'genklang_owner') \gexec
alter role genklang_owner with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
	password :'owner_password';

-- What work for a board is done as. Nobody signs in as this.
select 'create role genklang_app' where not exists (select from pg_roles where rolname = 'genklang_app') \gexec
alter role genklang_app with nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit;

-- What the program signs in as. Owns nothing and can become nothing but genklang_app.
select 'create role genklang_web' where not exists (select from pg_roles where rolname = 'genklang_web') \gexec
alter role genklang_web with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
	password :'web_password';
grant genklang_app to genklang_web;

alter database :"DBNAME" owner to genklang_owner;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to genklang_web;
-- PostgreSQL 14 and earlier let everybody make tables.
revoke create on schema public from public;
grant usage, create on schema public to genklang_owner;

-- A database from when there was one account only.
select format('alter table public.%I owner to genklang_owner', tablename) from pg_tables where schemaname = 'public' \gexec
select format('alter function public.%I(%s) owner to genklang_owner', p.proname, pg_get_function_identity_arguments(p.oid))
from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' \gexec

commit;
