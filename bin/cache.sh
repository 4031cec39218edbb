# Java's ahead-of-time cache: classes read, linked and profiled by an earlier run, so that the next starts in a
# fraction of the time. It lies beside the jars it was made from and is only valid for them, this Java and these flags.

cache_file() {
  local key
  key=$( (cat "$JAVA_HOME/release"; printf '%s\n' "${java_flags[@]}") | sha256sum | cut -c 1-16)
  echo "$app/$key.aot"
}

# Options for the run: the cache where there is one. A cache that does not fit is passed over, never an error.
cache_flags() {
  local file
  file=$(cache_file)
  [ ! -s "$file" ] || echo "-XX:AOTCache=$file -XX:AOTMode=auto -Xlog:aot=off -Xlog:cds=off"
}

# Makes the cache by running the service once on a throwaway home. Returns 1 if that did not work out.
train() {
  local file
  file=$(cache_file)
  mkdir -p "$state"
  (
    flock 7
    [ -s "$file" ] || quietly "$state/log/train.log" "準備快速啟動 Preparing quick starts" training_run "$file"
  ) 7>"$state/train.lock"
}

# usage: training_run FILE
training_run() {
  local file=$1 home port pid ready=1
  home=$(mktemp -d "${TMPDIR:-/tmp}/xuhang-train.XXXXXX")
  port=$(free_port)
  "$JAVA_HOME/bin/java" "${java_flags[@]}" "-XX:AOTCacheOutput=$file.new" "-Dxuhang.root=$root" -Dxuhang.training=true \
    -jar "$app/xuhang.jar" serve --home "$home" --port "$port" &
  pid=$!
  if await_ready "$pid" "$port"; then
    ready=0
    use_pages "$port"
  fi
  kill -TERM "$pid" 2>/dev/null || true
  wait "$pid" || true
  rm -rf "$home"
  if [ $ready = 0 ] && [ -s "$file.new" ]; then mv "$file.new" "$file"; else
    rm -f "$file.new"*
    return 1
  fi
}

# Up to two minutes, or until the service has died.
await_ready() {
  local _
  for _ in $(seq 240); do
    kill -0 "$1" 2>/dev/null || return 1
    curl --silent --fail --output /dev/null "http://127.0.0.1:$2/health/readiness" && return 0
    sleep 0.5
  done
  return 1
}

use_pages() {
  local page
  for page in / /login /api/v1/incidents /openapi /prometheus /health/liveness; do
    curl --silent --location --output /dev/null "http://127.0.0.1:$1$page" || true
  done
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# For a service about to start without a cache: made once it has ended, so that the two never compete for the machine.
train_later() {
  [ "${CI:-}" != true ] && [ -w "$app" ] && [ ! -s "$(cache_file)" ] || return 0
  (
    trap '' HUP INT
    while kill -0 $$ 2>/dev/null; do sleep 5; done
    train
  ) >/dev/null 2>&1 </dev/null &
  disown
}
