#!/bin/sh
# sshd with host keys of its own; AUTHORIZED_KEY may log in as root.
set -eu
mkdir -p /run/sshd /root/.ssh
chmod 700 /root/.ssh
printf '%s\n' "${AUTHORIZED_KEY:-}" >/root/.ssh/authorized_keys
chmod 600 /root/.ssh/authorized_keys
ssh-keygen -A >/dev/null
exec /usr/sbin/sshd -D -e -o UsePAM=no
