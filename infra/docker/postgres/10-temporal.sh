#!/bin/sh
# Runs once, when the volume is empty: Temporal gets databases and a role of its own beside the record.
set -eu
: "${TEMPORAL_DB_PASSWORD:?the password of the role temporal}"
psql -v ON_ERROR_STOP=1 -v password="$TEMPORAL_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE temporal LOGIN PASSWORD :'password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
SQL
