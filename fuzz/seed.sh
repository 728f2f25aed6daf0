#!/bin/sh
# Fills the corpora with the examples and the fixtures of the tests.
set -eu
cd "$(dirname "$0")/.."
for language in vi en fr; do
    mkdir -p "fuzz/corpus/read_$language"
    cp examples/*."$language".txt "fuzz/corpus/read_$language/"
done
mkdir -p fuzz/corpus/format_text fuzz/corpus/format_html
cp examples/*.txt fuzz/corpus/format_text/
cp crates/reading/tests/formats/*.html fuzz/corpus/format_html/
for crash in crates/reading/tests/crashes/*; do
    format=${crash##*.}
    [ "$format" = txt ] && format=text
    mkdir -p "fuzz/corpus/format_$format"
    cp "$crash" "fuzz/corpus/format_$format/"
done
