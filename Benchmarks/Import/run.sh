#!/bin/sh
# Times `katern import` against PSPP on the same survey: run.sh FOLDER [RUNS].
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: run.sh FOLDER [RUNS]}
runs=${2:-5}
katern=$here/../../.build/release/katern
if [ ! -f "$folder/data/respondents.sav" ]; then
  python3 "$here/generate.py" "$folder"
  (cd "$folder" && pspp -o /dev/null save.sps)
fi
cd "$folder"
run=1
while [ "$run" -le "$runs" ]; do
  /usr/bin/time -f "katern $run: wall %e s, user %U s, system %S s, %M kB" "$katern" import . --quiet >/dev/null
  /usr/bin/time -f "pspp   $run: wall %e s, user %U s, system %S s, %M kB" pspp -o tables.txt tables.sps
  run=$((run + 1))
done
