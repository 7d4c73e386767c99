# shellcheck shell=bash
# Read by the scripts beside it, never run: how psql and its relatives reach the database of DATABASE_URL.

# For scripts that do no harm by guessing: where nothing is said, the database of docker-compose.yml.
default_to_local_database() {
  export DATABASE_URL=${DATABASE_URL:-postgresql+asyncpg://sovd_user:sovd_password@localhost:5432/sovd}
}

# "%" and two digits stand for one character.
percent_decode() {
  local text=${1//\\/\\\\}
  printf '%b' "${text//%/\\x}"
}

# Sets PGHOST and so on. Not as arguments: those can be read by everybody on the machine.
use_database() {
  local url=${1#*://} login place query
  query=${url#*\?}
  [ "$query" != "$url" ] || query=
  url=${url%%\?*}
  login=${url%@*}
  place=${url##*@}
  PGUSER=$(percent_decode "${login%%:*}")
  PGPASSWORD=$(percent_decode "${login#*:}")
  PGDATABASE=$(percent_decode "${place#*/}")
  place=${place%%/*}
  PGHOST=${place%:*}
  PGHOST=${PGHOST#[}
  PGHOST=${PGHOST%]}
  PGPORT=${place##*:}
  [[ $PGPORT =~ ^[0-9]+$ ]] || PGPORT=5432
  case $query in
    *ssl=verify-full*) PGSSLMODE=verify-full ;;
    *ssl=require*) PGSSLMODE=require ;;
    *) PGSSLMODE=prefer ;;
  esac
  export PGUSER PGPASSWORD PGDATABASE PGHOST PGPORT PGSSLMODE
}

# The URL $1 with another database.
url_of_database() {
  local query=${1#*\?}
  [ "$query" != "$1" ] && query="?$query" || query=
  printf '%s/%s%s' "${1%/*}" "$2" "$query"
}

query() {
  psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 --command "$1"
}

# Only what says how tables are: no comments, no settings, and not pg_dump's random marks.
schema() {
  pg_dump --schema-only --no-owner --no-privileges --exclude-table=alembic_version |
    grep -vE '^(--|SET |SELECT pg_catalog|\\(un)?restrict|$)' || true
}

tables() {
  query "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' ORDER BY 1"
}

# "table rows", one line each.
row_counts() {
  local table
  for table in $(tables); do
    echo "$table $(query "SELECT count(*) FROM \"$table\"")"
  done
}

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}
