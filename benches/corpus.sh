#!/usr/bin/env bash
# What a run over a corpus takes: time and memory with one job and with two, and how
# much of it is reading and writing.
#
#   benches/corpus.sh [BYTES]        100 MB by default
#
# It needs GNU time. Figures mean something on a quiet machine of two processors at
# least.
set -euo pipefail
cd "$(dirname "$0")/.."
bytes=${1:-100000000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cargo build --release --quiet -p sayso-cli
cargo run --release --quiet -p sayso-test --example corpus "$bytes" > "$folder/in.jsonl"
sayso() {
    /usr/bin/time -f '%e s, %U s user, %S s system, %M KB' \
        target/release/sayso "$@" "$folder/in.jsonl" -o "$folder/out.jsonl"
}
# Sentences are found a hundred times as fast as attributions: nearly all that this
# takes is reading and writing.
for layer in sentences attributions; do
    for jobs in 1 2; do
        printf '\n%s, %s job(s)\n' "$layer" "$jobs"
        sayso "$layer" --jobs "$jobs"
    done
done
