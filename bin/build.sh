# ./xuhang build: the program and its start-up cache, ahead of the first start.
command_build() {
  find_java
  ready_app
  train || say "快速啟動未備妥，仍可使用 No quick starts for now; everything works without."
  say "$app"
}
