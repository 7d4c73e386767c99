#!/bin/sh
# Finds generated files that were edited by hand: their sums stand in .sovd-template.yaml.
set -eu

usage() {
  cat <<'USAGE'
usage: scripts/check_generated.sh

Compares each generated file with its sum in .sovd-template.yaml, with sh and sha256sum only. What such a file says
comes from environments/<environment>/environment.yaml: change it there by the portal, which writes all of them anew.
USAGE
}

case ${1:-} in
  '') ;;
  -h | --help) usage && exit 0 ;;
  *) usage >&2 && exit 2 ;;
esac

cd "$(dirname "$0")/.."
[ -f .sovd-template.yaml ] || { echo 'There is no .sovd-template.yaml' >&2 && exit 1; }

section='' file='' sum='' policy='' count=0 wrong=0

# The entry that was read last. Files that people may write have another policy than "generated".
judge() {
  if [ -n "$file" ] && [ "${policy:-generated}" = generated ]; then
    count=$((count + 1))
    if [ ! -f "$file" ]; then
      echo "missing         $file" >&2
      wrong=$((wrong + 1))
    else
      actual=$(sha256sum <"$file")
      if [ "${actual%% *}" != "$sum" ]; then
        echo "edited by hand  $file" >&2
        wrong=$((wrong + 1))
      fi
    fi
  fi
  file='' sum='' policy=''
}

while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    files:*) section=files ;;
    [!\ ]*) judge && section='' ;;
    '    sha256: '*) [ "$section" != files ] || sum=${line#*: } ;;
    '    policy: '*) [ "$section" != files ] || policy=${line#*: } ;;
    '  '[!\ ]*:)
      [ "$section" = files ] || continue
      judge
      file=${line#  }
      file=${file%:}
      file=${file#\"}
      file=${file%\"}
      ;;
  esac
done <.sovd-template.yaml
judge

if [ "$count" = 0 ]; then
  echo '.sovd-template.yaml names no generated file' >&2
  exit 1
fi
if [ "$wrong" != 0 ]; then
  echo "$wrong of $count generated files are not as they were written. Change the answers by the portal instead," >&2
  echo 'or bring the files back: git checkout -- <file>' >&2
  exit 1
fi
echo "$count generated files are as they were written."
