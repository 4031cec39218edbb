# ./xuhang test [--quick]: formatting, the build's guards and all tests; --quick leaves out what is tagged slow or docker.
# shellcheck source=/dev/null
. "$root/bin/engine.sh"

command_test() {
  local quick='' excluded='' result=0
  case ${1:-} in
    --quick) quick=1 excluded=docker,slow ;;
    '') ;;
    *) die "用法 usage: ./xuhang test [--quick]" ;;
  esac
  find_java
  find_maven
  utf8_names
  if [ -z "$quick" ]; then
    need "${packages_service[@]}" "${packages_demo[@]}" "${packages_test[@]}"
    trap stop_engine EXIT
    ready_engine
    [ -z "$engine_missing" ] || excluded=docker
    # Slow tests run the program itself.
    ready_app
  fi
  rm -rf "$root"/*/target/surefire-reports
  mkdir -p "$state/log"
  maven_verify "$excluded" | tee "$state/log/test.log" | progress_only || result=$?
  summary "$result"
  return "$result"
}

maven_verify() {
  (cd "$root" && "$maven" --batch-mode --no-transfer-progress --fail-at-end -Dtests.excluded="$1" verify </dev/null 2>&1)
}

# What a person follows: modules, test classes, whatever went wrong. The rest is in the log.
progress_only() {
  grep --line-buffered -E '^\[INFO\] (Building Xuhang|Tests run:|BUILD )|^\[ERROR\]|^\[INFO\] Xuhang .*(SUCCESS|FAILURE|SKIPPED)' >&2 || true
}

summary() {
  local totals
  totals=$(cat "$root"/*/target/surefire-reports/TEST-*.xml 2>/dev/null | sed -n 's/^<testsuite .*/&/p' |
    awk '{ classes++
           for (i = 1; i <= NF; i++) if (match($i, /^(tests|errors|failures|skipped)="[0-9]+/)) { split($i, pair, "=\""); sum[pair[1]] += pair[2] } }
         END { printf "測試 tests %d · 失敗 failed %d · 略過 skipped %d · 類別 classes %d", sum["tests"], sum["failures"] + sum["errors"], sum["skipped"], classes }')
  say "" "$totals · ${SECONDS} s"
  [ -z "$engine_missing" ] || say "容器測試未執行 Container tests did not run: $engine_missing"
  if [ "$1" = 0 ]; then say "全部通過 All passed."; else say "未通過 NOT passed. 完整紀錄 full log: $state/log/test.log"; fi
}
