# What the launcher says goes to stderr: stdout belongs to the program's data.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# Runs a command with its output in a log; on failure shows the log's end and says where the rest is.
# usage: quietly LOG TITLE COMMAND…
quietly() {
  local log=$1 title=$2 begun=$SECONDS
  shift 2
  mkdir -p "$(dirname "$log")"
  if [ -t 2 ]; then printf '%s … ' "$title" >&2; else say "$title …"; fi
  if "$@" >"$log" 2>&1 </dev/null; then
    say "完成 done ($((SECONDS - begun)) s)"
  else
    say "失敗 failed ($((SECONDS - begun)) s)"
    tail -n 40 "$log" >&2
    say "完整紀錄 full log: $log"
    return 1
  fi
}
