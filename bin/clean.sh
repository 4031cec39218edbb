# ./xuhang clean: everything that was built or cached. Data (var/) stays.
command_clean() {
  . "$root/bin/engine.sh"
  stop_engine
  rm -rf "$root"/{runbooks,integrations,orchestrator}/target "$state"
}
