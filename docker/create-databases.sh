#!/usr/bin/env bash
# Run once by the postgres image, on an empty data folder: the two databases, each with the login that owns it.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set=migrator="$HINDSIGHT_MIGRATOR_DB_PASSWORD" --set=keycloak="$HINDSIGHT_KEYCLOAK_DB_PASSWORD" <<'SQL'
CREATE ROLE hindsight_migrator LOGIN CREATEROLE PASSWORD :'migrator';
CREATE DATABASE hindsight OWNER hindsight_migrator;
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
