#!/bin/sh
# Facts in, plan out: nothing is stored.
set -eu
api="${AFTERVIEW:-http://127.0.0.1:8000}/api/v1"

curl --silent --show-error --fail-with-body "$api/plan" --header 'Content-Type: application/json' --data '{
  "today": "2026-03-12",
  "profile": {"name": "Alex Rivera", "email": "alex@example.org", "timezone": "America/New_York"},
  "interview": {
    "company": {"name": "Acme", "country": "US", "subdivision": "NY", "timezone": "America/New_York"},
    "role": "Staff Engineer",
    "participants": [
      {"id": "dana", "name": "Dana Whitcombe", "email": "dana@acme.example", "part": "hiring_manager"},
      {"id": "priya", "name": "Priya Nair", "email": "priya@acme.example", "part": "hr"},
      {"id": "sam", "name": "Sam Okafor", "email": "sam@acme.example", "part": "interviewer"}
    ],
    "rounds": [{"id": "onsite", "starts_at": "2026-03-11T10:00:00-04:00", "ends_at": "2026-03-11T15:00:00-04:00"}],
    "events": [{"kind": "mail_sent", "step": "onsite.hiring-manager", "at": "2026-03-11T17:05:00-04:00"}]
  }
}'
