#!/bin/sh
# A delete can be undone for thirty days; an erase can't.
set -eu
api="${AFTERVIEW:-http://127.0.0.1:8000}/api/v1"
json='Content-Type: application/json'
call() { curl --silent --show-error --fail-with-body "$@"; echo; }

# Somebody for the address book. The answer's Location header is the address of the new contact.
headers=$(curl --silent --show-error --fail-with-body --output /dev/null --dump-header - "$api/contacts" --header "$json" \
  --data '{"name": "Robin Vale", "email": "robin@acme.example"}')
contact="${AFTERVIEW:-http://127.0.0.1:8000}$(printf '%s' "$headers" | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')"

# Gone, and among what can be had back.
call -X DELETE "$contact" --header 'If-Match: *'
call "$api/contacts?deleted=true"

# Back again, as it was.
call -X POST "$contact/restore"

# Erased, with everything about the person: this can't be undone, and a restore finds nothing.
call -X DELETE "$contact?erase=true" --header 'If-Match: *'
curl --silent --show-error -X POST "$contact/restore"
echo
