#!/bin/sh
# A POST that may be sent again when its answer got lost: with an Idempotency-Key it has one effect.
set -eu
api="${AFTERVIEW:-http://127.0.0.1:8000}/api/v1"
key="Idempotency-Key: ${1:-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')}"
keep() {
  curl --silent --show-error --write-out ' %{http_code}\n' "$api/interviews" \
    --header 'Content-Type: application/json' --header "$key" --data "$1"
}

# Kept; asked again with the same key and body it gives the same answer and keeps nothing more.
keep '{"company": {"name": "Globex"}, "role": "Platform Engineer"}'
keep '{"company": {"name": "Globex"}, "role": "Platform Engineer"}'

# The key with another body is a mistake: 422.
keep '{"company": {"name": "Globex"}, "role": "Data Engineer"}'
