#!/bin/sh
# Starts mariadbd with the database and user that MARIADB_* (or MYSQL_*) name. The package has already made the
# system tables; the statements run at every start and change nothing the second time.
set -eu
database=${MARIADB_DATABASE:-${MYSQL_DATABASE:-test}}
user=${MARIADB_USER:-${MYSQL_USER:-test}}
password=${MARIADB_PASSWORD:-${MYSQL_PASSWORD:-test}}
if [ -n "${MARIADB_PASSWORD_FILE:-}" ]; then password=$(cat "$MARIADB_PASSWORD_FILE"); fi
root_password=${MARIADB_ROOT_PASSWORD:-${MYSQL_ROOT_PASSWORD:-}}

statements() {
  echo "CREATE DATABASE IF NOT EXISTS \`$database\` CHARACTER SET utf8mb4;"
  if [ "$user" != root ]; then
    echo "CREATE USER IF NOT EXISTS '$user'@'%' IDENTIFIED BY '$password';"
    echo "GRANT ALL ON \`$database\`.* TO '$user'@'%';"
  fi
  if [ -n "$root_password" ]; then
    echo "CREATE USER IF NOT EXISTS 'root'@'%' IDENTIFIED BY '$root_password';"
    echo "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;"
  fi
}

mkdir -p /run/mysqld
statements >/run/init.sql
chown mysql: /run/mysqld /run/init.sql
exec mariadbd --user=mysql --bind-address=0.0.0.0 --skip-name-resolve --init-file=/run/init.sql "$@"
