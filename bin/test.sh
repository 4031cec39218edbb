# ./xuhang test [--quick | --all]: formatting, the build's guards and the tests. --quick leaves out what is tagged slow (real
# processes, browser) or docker, --all adds what is tagged long.
# shellcheck source=/dev/null
. "$root/bin/engine.sh"

command_test() {
  local quick='' excluded='' result=0
  case ${1:-} in
    '') excluded=long ;;
    --quick) quick=1 excluded=docker,slow,long ;;
    --all) ;;
    *) die "用法 usage: ./xuhang test [--quick | --all]" ;;
  esac
  # What the tests start shall not leave a trainer behind (bin/cache.sh).
  export CI=true
  find_java
  find_maven
  utf8_names
  if [ -z "$quick" ]; then
    need "${packages_service[@]}" "${packages_demo[@]}" "${packages_test[@]}"
    trap stop_engine EXIT
    ready_engine
    [ -z "$engine_missing" ] || excluded=docker${excluded:+,$excluded}
    # Slow tests run the program itself.
    ready_app
  fi
  rm -rf "$root"/*/target/surefire-reports
  mkdir -p "$state/log"
  maven_verify "$excluded" | tee "$state/log/test.log" | progress_only || result=$?
  summary "$result"
}

# A failed test fails the run at its end (summary), so that one module's failure does not hide the next one's.
maven_verify() {
  (cd "$root" && "$maven" --batch-mode --no-transfer-progress --fail-at-end -Dmaven.test.failure.ignore=true -Dtests.excluded="$1" verify </dev/null 2>&1)
}

# What a person follows: modules, test classes, whatever went wrong. The rest is in the log.
progress_only() {
  grep --line-buffered -E '^\[INFO\] (Building Xuhang|Tests run:|BUILD )|^\[ERROR\]|^\[INFO\] Xuhang .*(SUCCESS|FAILURE|SKIPPED)' >&2 || true
}

# usage: summary RESULT-OF-THE-BUILD   returns 1 unless everything passed
summary() {
  local tests failed skipped classes
  read -r tests failed skipped classes < <(count_reports)
  say "" "測試 tests $tests · 失敗 failed $failed · 略過 skipped $skipped · 類別 classes $classes · $SECONDS s"
  [ -z "$engine_missing" ] || say "容器測試未執行 Container tests did not run: $engine_missing"
  if [ "$1" = 0 ] && [ "$failed" = 0 ] && [ "$tests" -gt 0 ]; then
    say "全部通過 All passed."
  else
    say "未通過 NOT passed. 完整紀錄 full log: $state/log/test.log"
    return 1
  fi
}

# Prints: tests, failures and errors, skipped, classes.
count_reports() {
  cat "$root"/*/target/surefire-reports/TEST-*.xml 2>/dev/null | grep '^<testsuite ' |
    awk '{ for (i = 1; i <= NF; i++) if (match($i, /^(tests|errors|failures|skipped)="[0-9]+/)) { split($i, pair, "=\""); sum[pair[1]] += pair[2] } }
         END { print sum["tests"] + 0, sum["failures"] + sum["errors"], sum["skipped"] + 0, NR }'
}
