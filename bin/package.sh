# ./xuhang package: a release that needs neither Maven nor a JDK on the machine it is unpacked on.
#   .xuhang/release/xuhang/   the launcher, the jars, the database's binaries and a Java runtime; also as xuhang.tar.gz
command_package() {
  find_java
  ready_app
  local release=$state/release
  rm -rf "$release.new"
  mkdir -p "$release.new/xuhang/docker"
  quietly "$state/log/package.log" "打包 Packaging" fill_release "$release.new/xuhang" || die "打包失敗 The release could not be made."
  rm -rf "$release"
  mv -T "$release.new" "$release"
  say "$release/xuhang.tar.gz"
}

fill_release() {
  local to=$1
  make_runtime "$to/jre" &&
    cp -p "$root/xuhang" "$root/LICENSE" "$to/" &&
    cp -rp "$root/bin" "$to/bin" &&
    cp -rp "$root/docker/systemd" "$root/docker/lab" "$to/docker/" &&
    mkdir -p "$to/app/db" &&
    cp -rp "$app/xuhang.jar" "$app/lib" "$to/app/" &&
    cp -p "$app"/db/*.jar "$to/app/db/" &&
    tar --create --use-compress-program='gzip -1' --file "$(dirname "$to")/xuhang.tar.gz" --directory "$(dirname "$to")" xuhang
}

# The modules that the service, its libraries and the demonstration use; localedata and charsets for Chinese dates and Big5 mail.
make_runtime() {
  "$JAVA_HOME/bin/jlink" --output "$1" --strip-debug --no-header-files --no-man-pages --add-modules \
    java.se,jdk.unsupported,jdk.httpserver,jdk.zipfs,jdk.net,jdk.naming.dns,jdk.management,jdk.localedata,jdk.charsets,jdk.crypto.cryptoki,jdk.jfr
}
