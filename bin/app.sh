# The runnable copy of the program: .xuhang/app/<hash of the sources>/{xuhang.jar,lib/,db/}.
# A copy is made beside the others and renamed into place, so it is there whole or not at all, and a service
# that runs keeps its own jars however often the sources are built meanwhile.

# Sets app to a copy that fits the sources, building it where there is none yet. An unpacked release has one copy and no sources.
ready_app() {
  if [ ! -f "$root/pom.xml" ]; then
    app=$root/app
    return
  fi
  app=$state/app/$(sources_hash)
  if [ ! -d "$app" ]; then build_app; fi
}

# Everything the jars are made of, by content.
sources_hash() {
  (
    cd "$root" || exit
    find pom.xml .mvn runbooks integrations orchestrator \
      \( -name target -o -path '*/src/test' \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
  )
}

# Two starts at once build once: the second waits, and finds the first one's copy.
build_app() {
  find_maven
  mkdir -p "$state/app"
  (
    if ! flock --nonblock 9; then
      say "等候另一個建置 Waiting for another build …"
      flock 9
    fi
    if [ -d "$app" ]; then exit 0; fi
    quietly "$state/log/build.log" "建置 Building (首次需下載元件 the first time downloads libraries)" maven_package ||
      die "建置失敗 The build failed."
    install_app
    drop_old_apps
  ) 9>"$state/build.lock"
}

find_maven() {
  if [ -x "$root/mvnw" ]; then maven=$root/mvnw; else
    need "${packages_build[@]}"
    maven=mvn
  fi
}

maven_package() {
  (cd "$root" && "$maven" --batch-mode --no-transfer-progress -Dmaven.test.skip=true package)
}

# Libraries are hard links (the build deletes them before it copies new ones); our own jar is a copy.
install_app() {
  local staging=$state/app/.staging built=$root/orchestrator/target
  rm -rf "$staging"
  mkdir -p "$staging"
  cp -p "$built/xuhang.jar" "$staging/"
  copy_or_link "$built/lib" "$staging/lib"
  share_database "$built/db" "$staging/db"
  mv -T "$staging" "$app"
}

# MariaDB's jar is the same for most copies, and so is what the service unpacks beside it, once: .xuhang/db/<name>/.
share_database() {
  local jar shared
  jar=$(echo "$1"/*.jar)
  shared=$state/db/$(basename "$jar" .jar)
  if [ ! -d "$shared" ]; then
    mkdir -p "$shared.new"
    copy_or_link "$jar" "$shared.new/"
    mv -T "$shared.new" "$shared"
  fi
  # Relative, so that the folder of the project may be moved.
  ln -s "../../db/$(basename "$shared")" "$2"
}

copy_or_link() { cp -rpl "$1" "$2" 2>/dev/null || cp -rp "$1" "$2"; }

# A copy in use is locked by the program that runs from it.
drop_old_apps() {
  local jar old
  for jar in "$state"/app/*/xuhang.jar; do
    old=$(dirname "$jar")
    [ "$old" = "$app" ] || ! flock --nonblock --exclusive "$jar" true || rm -rf "$old"
  done
}
