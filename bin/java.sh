# Finds a Java of at least this version, whatever "java" on the PATH may be, and runs the program with it.
java_wanted=25

# Sets and exports JAVA_HOME. A place that was asked for and does not do is named, also where another one is found.
find_java() {
  local home asked=${XUHANG_JAVA_HOME:-}
  if [ -n "$asked" ] && ! java_fits "$asked"; then
    say "XUHANG_JAVA_HOME=$asked 不是 JDK $java_wanted 以上版本（$(java_found "$asked")），改找其他位置。" \
      "XUHANG_JAVA_HOME=$asked is no JDK $java_wanted or newer ($(java_found "$asked")); looking elsewhere."
  fi
  while read -r home; do
    if java_fits "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done < <(java_homes)
  die "找不到 JDK $java_wanted 以上版本，請安裝後再試，或以 XUHANG_JAVA_HOME 指明位置。" \
    "No JDK $java_wanted or newer found: install one, or say where it is with XUHANG_JAVA_HOME."
}

# What lies there instead.
java_found() {
  if [ -r "$1/release" ]; then echo "JDK $(java_version "$1")"; elif [ -e "$1" ]; then echo "no JDK"; else echo "nothing there"; fi
}

java_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"; }

# Where a Java may live, the one asked for first.
java_homes() {
  local java
  printf '%s\n' "${XUHANG_JAVA_HOME:-}" "$root/jre" "${JAVA_HOME:-}"
  if java=$(command -v java); then dirname "$(dirname "$(readlink -f "$java")")"; fi
  printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*
}

# The file "release" says the version without starting anything.
java_fits() {
  local version
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  version=$(java_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$java_wanted" ]
}

# A small heap's collector and, with the cache, the quick compiler alone: start counts more than peak throughput here. The
# heap begins small and grows when needed; left alone it begins with a 64th of the machine's memory and soon touches all of it.
java_flags=(-XX:+UseSerialGC -Xms64m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# Becomes the program. Its open file 8 tells later builds that this copy is in use.
run_java() {
  utf8_names
  # Debian's tools before others of the same name: ansible-runner needs Debian's python3.
  export PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH
  local cache
  cache=$(cache_flags)
  exec 8<"$app/xuhang.jar"
  flock --shared 8
  # shellcheck disable=SC2086 # options are separate words
  exec "$JAVA_HOME/bin/java" "${java_flags[@]}" $cache ${XUHANG_JAVA_OPTS:-} \
    "-Dxuhang.root=$root" -jar "$app/xuhang.jar" "$@"
}

# Without a UTF-8 locale Java cannot name a file in Chinese.
utf8_names() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}
