#!/bin/bash
# How much time ten thousand queries take to read, look up and hold against the results.
#
#   Benchmarks/queries.sh [katern]     the command to measure; .build/release/katern unless named
#
# Two copies of the sample report are checked: one with a chapter of ten thousand bound and filled-in
# figures, claims and sentences, one with the same chapter in plain words. The difference is theirs: the
# report, its layout and the words around the queries are in both.
set -eu
katern=${1:-.build/release/katern}
root=$(cd "$(dirname "$0")/.." && pwd)
case $katern in /*) ;; *) katern=$root/$katern ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$root/Reports/weerbaar-bestuur-2024" "$work/report"
cd "$work"
"$katern" import report > /dev/null

cat > report/report.yaml << 'YAML'
title: Tienduizend
language: nl-NL
waves: { current: "2024", previous: "2021" }
chapters: [many.md]
editions:
  report: { layout: rapport }
YAML

# Ten queries a line, a thousand lines.
line='- {{ agressie.any for burgemeester }}, {{ bekendheid.bekend for raadslid in 2021 }},
  [33%]{agressie.any for raadslid}, [ruim de helft]{bekendheid.onbekend for raadslid},
  [vaker]{agressie.any for burgemeester > for wethouder},
  [vaker]{hyp_reactie.aangifte for burgemeester > all of role},
  [het vaakst]{agressie.verbaal most for burgemeester},
  {{ bekendheid.bekend for raadslid vs in 2021 as change }},
  {{ top 3 of hyp_ondersteuning for wethouder }}, {{ n for statenlid }}.'
plain=$(printf '%s\n' "$line" | sed -e 's/{{[^}]*}}/60%/g' -e 's/\[\([^]]*\)\]{[^}]*}/\1/g')

chapter() {
  printf -- '---\ntitle: Tienduizend\n---\n\n'
  i=0
  while [ $i -lt 1000 ]; do printf '%s\n\n' "$1"; i=$((i + 1)); done
}

# The least user time of three runs, in milliseconds: what other programs do at the same time hardly
# counts in it.
milliseconds() {
  chapter "$1" > report/many.md
  for _ in 1 2 3; do
    TIMEFORMAT=%U
    { time "$katern" check report > "$work/log" 2>&1 || true; } 2>&1
  done | sort -n | awk 'NR == 1 { printf "%d\n", $1 * 1000 }'
}

without=$(milliseconds "$plain")
with=$(milliseconds "$line")
grep -c 'error' "$work/log" | sed 's/^/faults: /'
echo "plain words: $without ms; with 10,000 queries: $with ms; the queries: $((with - without)) ms"
