#!/bin/sh
# From an invitation to a follow-up that is sent: `main-job.sh invitation.ics`.
set -eu
api="${AFTERVIEW:-http://127.0.0.1:8000}/api/v1"
file="${1:?name an invitation: an .ics file, or the .eml that carries it}"
call() { curl --silent --show-error --fail-with-body "$@"; echo; }
json='Content-Type: application/json'

# What the invitation says: people, rounds, what was guessed, what has to be asked. Nothing is stored.
call "$api/imports" --data-binary "@$file"

# Keep it with the defaults; the address of the new interview stands in the Location header.
headers=$(curl --silent --show-error --fail-with-body --output /dev/null --dump-header - "$api/imports?apply=true" --data-binary "@$file")
interview="${AFTERVIEW:-http://127.0.0.1:8000}$(printf '%s' "$headers" | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')"

# Who decides: one person's part, under the id that the proposal gave. If-Match: * means whatever version is there.
call -X PUT "$interview/participants/dana-whitcombe" --header "$json" --header 'If-Match: *' \
  --data '{"name": "Dana Whitcombe", "email": "dana@acme.example", "part": "hiring_manager"}'
call "$interview/notes" --header "$json" \
  --data '{"participant": "dana-whitcombe", "channel": "concept", "text": "moving billing off the monolith without a freeze"}'

# The plan, with the text of each mail.
call "$interview/plan?include=drafts,findings"

# The first mail to the hiring manager: its key stands in the plan and begins with the round's id.
key=$(curl --silent --fail "$interview/plan" | grep -o '"key":"[a-z0-9-]*\.hiring-manager"' | head -n 1 | cut -d '"' -f 4)

# Its text; my own text, which replaces the version that was seen ("0": there is none yet); and that it was sent.
call "$interview/steps/$key/draft"
call -X PUT "$interview/steps/$key/draft" --header "$json" --header 'If-Match: "0"' \
  --data '{"subject": "Thank you", "body": "Dear Dana,\n\nthank you for your time.\n\nAlex"}'
call "$interview/steps/$key/mail.eml"
call -X PUT "$interview/steps/$key/state" --header "$json" --data '{"state": "done"}'

# What is to do next, in all interviews.
call "$api/plan?state=due&state=overdue&state=upcoming"
