# ./xuhang soak [--kills N] [--seed S] [--sweep]: the engine as a process of its own, killed N times (1000) at moments that the
# seed chooses, sometimes frozen, sometimes beside a second node; then what is left behind is held against the promises.
# --sweep: also a whole incident interrupted at every moment that lasts (half an hour more).
# shellcheck source=/dev/null
. "$root/bin/test.sh"

command_soak() {
  local kills=1000 seed=$RANDOM$RANDOM tests='SoakTest#killedAtRandomNothingIsViolated' result=0
  while [ $# -gt 0 ]; do
    case $1 in
      --kills) kills=${2:-} && shift ;;
      --seed) seed=${2:-} && shift ;;
      --sweep) tests="$tests,WholeIncidentTest,ServiceKilledTest" ;;
      *) soak_usage ;;
    esac
    shift || soak_usage
  done
  [[ $kills =~ ^[0-9]{1,6}$ && $seed =~ ^[0-9]{1,18}$ ]] || soak_usage
  export CI=true
  find_java
  find_maven
  utf8_names
  need "${packages_service[@]}"
  mkdir -p "$state/log"
  say "" "種子 seed $seed · 終止次數 kills $kills"
  (cd "$root" && "$maven" --batch-mode --no-transfer-progress -pl orchestrator -am -Dtest="$tests" -Dtests.excluded= \
    -Dsurefire.failIfNoSpecifiedTests=false "-Dsoak.kills=$kills" "-Dsoak.seed=$seed" test </dev/null 2>&1) |
    tee "$state/log/soak.log" | soak_lines || result=$?
  if [ "$result" = 0 ]; then
    say "沒有違反任何承諾 No promise was broken."
  else
    say "未通過 NOT passed. 完整紀錄 full log: $state/log/soak.log"
    return 1
  fi
}

soak_usage() {
  die "用法 usage: ./xuhang soak [--kills N] [--seed S] [--sweep]"
}

soak_lines() {
  grep --line-buffered -E '^soak: |^\[ERROR\] +(Tests run|[A-Z][A-Za-z]+Test)' >&2 || true
}
