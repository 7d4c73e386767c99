#!/bin/sh
# Names everything that this machine lacks, each with its remedy, before any work starts.
# It is a shell script because Node.js itself may be what is missing.
set -u
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
missing=

lacks() { # what, remedy
  missing="$missing
  - $1
      $2"
}

has() { command -v "$1" >/dev/null 2>&1; }

at_least() { # wanted version, version at hand
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

system="$(uname -s) $(uname -m)"
case "$system" in
  'Linux x86_64' | 'Linux aarch64') ;;
  *) lacks "Linux on x86_64 or aarch64: this is $system" \
    'use a virtual machine, a dev container, or WSL 2' ;;
esac

node=$(node -p process.versions.node 2>/dev/null) || node=
if [ -z "$node" ]; then
  lacks 'Node.js 20 or newer: there is none' \
    'install Node.js 24 (nodejs.org, nvm, or your distribution)'
elif ! at_least 20 "$node"; then
  lacks "Node.js 20 or newer: this is $node" \
    'install Node.js 24 (nodejs.org, nvm, or your distribution)'
fi
has npm || lacks 'npm: there is none' 'install it with Node.js (Debian: apt-get install npm)'
has git || lacks 'git: there is none' 'apt-get install git, dnf install git, or the like'
has openssl || lacks 'openssl: there is none' 'apt-get install openssl, dnf install openssl, or the like'

wanted=$(sed -n 's/^go //p' "$root"/tools/*/go.mod | sort -V | tail -n 1)
remedy="install Go $wanted or newer (go.dev/dl)"
go=$(cd / && GOTOOLCHAIN=local go env GOVERSION 2>/dev/null | sed 's/^go//; s/[ -].*//') || go=
if [ -z "$go" ]; then
  lacks "Go $wanted or newer: there is none" "$remedy"
elif ! at_least "$wanted" "$go"; then
  # From 1.21 on, Go fetches a newer version of itself when a module asks for one.
  toolchain=$(cd / && go env GOTOOLCHAIN)
  if ! at_least 1.21 "$go"; then
    lacks "Go $wanted or newer: this is $go" "$remedy"
  elif [ "$toolchain" = local ]; then
    lacks "Go $wanted or newer: this is $go, and it may not fetch a newer one" \
      "$remedy, or let it: go env -w GOTOOLCHAIN=auto"
  fi
fi

remedy='install Python 3.11 or newer with venv and pip (Debian: apt-get install python3-venv python3-pip)'
python=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null) || python=
if [ -z "$python" ]; then
  lacks 'Python 3.11 or newer: there is none' "$remedy"
elif ! at_least 3.11 "$python"; then
  lacks "Python 3.11 or newer: this is $python" "$remedy"
elif ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
  lacks "Python's venv and pip: $python is here without them" "$remedy"
fi

if [ "${1-}" = test ]; then
  remedy='install it (developer.hashicorp.com/terraform/install); its licence lets nobody pack it into a set-up'
  # CHECKPOINT_DISABLE: without asking its makers whether there is a newer one
  terraform=$(cd / && CHECKPOINT_DISABLE=1 terraform version 2>/dev/null | sed -n 's/^Terraform v//p') || terraform=
  if ! has terraform; then
    lacks 'Terraform 1.11 or newer: there is none' "$remedy"
  elif [ -z "$terraform" ]; then
    lacks 'Terraform 1.11 or newer: this one names no version' "$remedy"
  elif ! at_least 1.11 "$terraform"; then
    lacks "Terraform 1.11 or newer: this is $terraform" "$remedy"
  fi
  # root installs these from Debian while setting up
  if [ "$(id -u)" != 0 ]; then
    for program in nginx promtool amtool shellcheck redis-server jq buildah debootstrap ip; do
      [ -x "/usr/bin/$program" ] || [ -x "/usr/sbin/$program" ] || lacks "$program: there is none" \
        'apt-get install nginx-light prometheus prometheus-alertmanager shellcheck redis-server jq buildah debootstrap iproute2'
    done
  fi
fi

[ -z "$missing" ] && exit 0
printf 'This machine lacks what the project needs:\n%s\n\nThen run the command again.\n' "$missing" >&2
exit 1
