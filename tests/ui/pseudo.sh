#!/usr/bin/env bash
# pseudo.sh CATALOGUE COMMAND… - runs COMMAND in the language of that catalogue.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/xx/LC_MESSAGES"
cp "$1" "$folder/xx/LC_MESSAGES/torikumi.mo"
shift
LANGUAGE=xx TORIKUMI_LOCALEDIR=$folder "$@"
