#!/usr/bin/env bash
# Builds the images that the tests need, on the engine that DOCKER_HOST names. No image registry is needed: where the
# base image is not there and cannot be pulled, it is made from Debian's packages under the same public name, so that
# the Dockerfiles stay ordinary ones.
# needs: docker; for a base image of our own also mmdebstrap
set -euo pipefail
cd "$(dirname "$0")"
export DOCKER_BUILDKIT=0
base=debian:bookworm-slim

has() { docker image inspect "$1" >/dev/null 2>&1; }

ready_base() {
  has $base || timeout 60 docker pull --quiet $base 2>/dev/null || make_base | docker import - $base
}

make_base() {
  local sources=/etc/apt/sources.list.d/debian.sources
  [ -r $sources ] || sources=
  # shellcheck disable=SC2086 # none, or one
  mmdebstrap --quiet --variant=minbase --include=ca-certificates \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' bookworm - $sources
}

# usage: build NAME FILE
build() {
  docker build --quiet --tag "$1" --label tw.xuhang.test=true --file "$2" .
}

ready_base
build xuhang/mariadb:10.11 Dockerfile.mariadb
build xuhang/target:1 Dockerfile.target
# The name that Testcontainers' MariaDB module asks for, unless this engine has the real one.
has mariadb:10.11 || docker tag xuhang/mariadb:10.11 mariadb:10.11
