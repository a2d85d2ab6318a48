#!/usr/bin/env bash
# Whether the part that listens on a port of this container says that it is ready: ready.sh <port> <path>
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
IFS= read -r -t 3 -u 3 status
[[ $status == *" 200 "* ]]
