#!/bin/sh
# Brings Temporal's two databases to the schema of this server version. Repeatable: what is there already is passed over.
set -eu
schemas=${TEMPORAL_SCHEMAS:-/etc/temporal/schema/postgresql/v12}

bring_up() { # database, folder of its schema
  for step in "setup-schema --version 0.0" "update-schema --schema-dir $schemas/$2/versioned"; do
    # shellcheck disable=SC2086 # a step is several words
    temporal-sql-tool --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" \
      --database "$1" $step
  done
}

bring_up temporal temporal
bring_up temporal_visibility visibility
