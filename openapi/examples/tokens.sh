#!/bin/sh
# A token instead of the machine's own trust: `tokens.sh afterview_...`, with what `afterview token create` printed.
set -eu
api="${AFTERVIEW:-http://127.0.0.1:8000}/api/v1"
token="${1:?name a token: afterview token create --owner NAME --scope write}"
call() { curl --silent --show-error --fail-with-body --header "Authorization: Bearer $token" "$@"; echo; }

# Whose it is, and what it is good for.
call "$api/session"

# All of that owner's tokens. Nobody can read a secret again; an id is enough to end one.
call "$api/tokens"

# What a browser does once instead: it gets a cookie that no script can read, and sends that from then on.
curl --silent --show-error --fail-with-body "$api/session" --header 'Content-Type: application/json' \
  --data "{\"token\": \"$token\"}"
echo

# End this very token: the id stands between its first and its second underscore. From now on it opens nothing.
id=$(printf '%s' "$token" | cut -d _ -f 2)
call -X DELETE "$api/tokens/$id"
curl --silent --show-error --header "Authorization: Bearer $token" "$api/session"
echo
