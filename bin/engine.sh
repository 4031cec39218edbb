# A container engine for the tests: the machine's own where it answers, else a dockerd of ours with its own socket,
# data, bridge and addresses (none of them in the 10.x that the network lab uses), which stop_engine takes away again.

engine_run=/run/xuhang-engine-$(printf '%s' "$state" | sha256sum | cut -c 1-8)
engine_data=$state/engine
engine_bridge=xhe${engine_run: -8}
engine_missing=

# Sets DOCKER_HOST and builds the images, or sets engine_missing to the reason why there is no engine.
ready_engine() {
  mkdir -p "$state/log"
  if ! engine_answers && ! start_engine; then return; fi
  quietly "$state/log/images.log" "建置測試映像 Building test images" "$root/docker/images/build.sh" ||
    engine_missing="the test images could not be built, see $state/log/images.log"
  # No watcher container (it would have to be pulled); we label and clean up ourselves. 127.0.0.1: even where this
  # machine is a container itself, the published ports are here.
  export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
}

engine_answers() { docker_version >/dev/null 2>&1; }
docker_version() { docker version --format '{{.Server.Version}}'; }

start_engine() {
  if [ "$(id -u)" != 0 ]; then
    engine_missing="no container engine answers, and only root can start one"
    return 1
  fi
  mkdir -p "$engine_run" "$engine_data"
  export DOCKER_HOST=unix://$engine_run/docker.sock
  if engine_answers; then return; fi
  engine_network_up
  setsid dockerd --data-root "$engine_data" --exec-root "$engine_run/exec" --host "$DOCKER_HOST" \
    --pidfile "$engine_run/pid" --bridge "$engine_bridge" \
    --default-address-pool "base=172.30.$((16#${engine_run: -2})).0/24,size=28" \
    >"$state/log/dockerd.log" 2>&1 </dev/null &
  local _
  for _ in $(seq 60); do
    if engine_answers; then return; fi
    kill -0 $! 2>/dev/null || break
    sleep 0.5
  done
  engine_missing="dockerd does not start here: $(grep -v 'level=info' "$state/log/dockerd.log" | tail -n 1)"
  stop_engine
  return 1
}

engine_network_up() {
  cat /proc/sys/net/ipv4/ip_forward >"$engine_run/ip_forward"
  iptables -S FORWARD | head -n 1 >"$engine_run/forward_policy"
  ip link show "$engine_bridge" >/dev/null 2>&1 || ip link add "$engine_bridge" type bridge
  ip address replace "172.31.$((16#${engine_run: -2})).1/24" dev "$engine_bridge"
  ip link set "$engine_bridge" up
}

# Ends our own engine with all it runs; the machine's own is only freed of what the tests left behind.
stop_engine() {
  if [ ! -d "$engine_run" ]; then
    remove_left_containers
    return
  fi
  local pid
  if pid=$(cat "$engine_run/pid" 2>/dev/null) && kill -0 "$pid" 2>/dev/null; then
    DOCKER_HOST=unix://$engine_run/docker.sock remove_left_containers
    kill -TERM "$pid"
    local _
    for _ in $(seq 60); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.5
    done
  fi
  engine_network_down
  rm -rf "$engine_run"
}

engine_network_down() {
  ip link delete "$engine_bridge" 2>/dev/null || true
  # shellcheck disable=SC2046 # "-P FORWARD ACCEPT" is three words
  [ ! -s "$engine_run/forward_policy" ] || iptables $(cat "$engine_run/forward_policy") || true
  [ ! -s "$engine_run/ip_forward" ] || cat "$engine_run/ip_forward" >/proc/sys/net/ipv4/ip_forward || true
}

remove_left_containers() {
  local left
  left=$(docker ps --all --quiet --filter label=org.testcontainers=true 2>/dev/null) || return 0
  # shellcheck disable=SC2086 # one word per container
  [ -z "$left" ] || docker rm --force --volumes $left >/dev/null 2>&1 || true
}
