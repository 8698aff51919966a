#!/bin/sh
# How a change names the version that was seen, and what a stale one answers.
set -eu
api="${AFTERVIEW:-http://127.0.0.1:8000}/api/v1"
json='Content-Type: application/json'

etag=$(curl --silent --show-error --fail --output /dev/null --dump-header - "$api/policy" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')

# Six business days between reminders instead of five: a JSON merge patch.
curl --silent --show-error --fail-with-body -X PATCH "$api/policy" --header "$json" --header "If-Match: $etag" --data '{"spacing": 6}'
echo

# The same version again is stale: 412, with the current state in the answer.
curl --silent --show-error -X PATCH "$api/policy" --header "$json" --header "If-Match: $etag" --data '{"spacing": 7}'
echo

# Back to the default, whatever is there.
curl --silent --show-error --fail-with-body -X PATCH "$api/policy" --header "$json" --header 'If-Match: *' --data '{"spacing": null}'
echo
