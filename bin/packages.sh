# Debian packages, each with the command or file that shows it is there (so another distribution's will do).
# shellcheck disable=SC2034 # used by the files that source this one
packages_build=(maven:mvn)
packages_service=(
  ansible-core:ansible-playbook python3-ansible-runner:ansible-runner python3:/usr/bin/python3
  openssh-client:ssh util-linux:setsid procps:ps curl:curl
)
packages_demo=(openssh-server:/usr/sbin/sshd iproute2:ip iptables:iptables iputils-ping:ping)
packages_test=(
  chromium:chromium fonts-noto-cjk:/usr/share/fonts/opentype/noto snmp:snmptrap
  docker.io:/usr/sbin/dockerd mmdebstrap:mmdebstrap
)

# Installs what is missing of the given packages; without the right to do so, says how and ends.
need() {
  local missing
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  local install=(apt-get install -y --no-install-recommends "${missing[@]}")
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    die "缺少套件，請先執行 Packages are missing, please run first:" $'\n'"  sudo ${install[*]}"
  fi
  quietly "$state/log/apt.log" "安裝套件 Installing ${missing[*]}" apt_install "${install[@]}" ||
    die "套件安裝失敗 The packages could not be installed."
}

missing_of() {
  local entry
  for entry; do
    PATH=$PATH:/usr/sbin:/sbin command -v "${entry#*:}" >/dev/null || [ -e "${entry#*:}" ] || echo "${entry%%:*}"
  done
}

# Another apt may hold the lock for a while, a fresh machine has no lists yet, and a slim one lacks the directory
# without which Debian's Java (Maven wants one) cannot be set up.
apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  mkdir -p /usr/share/man/man1
  apt-get -o DPkg::Lock::Timeout=300 update || true
  "$1" -o DPkg::Lock::Timeout=300 "${@:2}"
}
