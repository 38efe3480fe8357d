#!/bin/sh
# Creates the namespace that holds every workflow. Repeatable.
set -eu
tries=0
until temporal operator cluster health >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || { echo 'Temporal does not answer'; exit 1; }
  sleep 2
done
tries=0
until temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; do
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 72h || true
  tries=$((tries + 1))
  [ "$tries" -lt 30 ] || { echo "the namespace $TEMPORAL_NAMESPACE could not be created"; exit 1; }
  sleep 2
done
echo "the namespace $TEMPORAL_NAMESPACE is there"
