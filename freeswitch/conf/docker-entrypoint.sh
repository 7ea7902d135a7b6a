#!/bin/sh
# Starts FreeSWITCH in a container from this folder. Refuses what freeswitch/conf/environment.ts refuses, as far as it
# would open the switch to others: a container may be started without our launcher.
set -euf

refuse() {
  echo "the switch does not start: $1" >&2
  exit 78
}

password="${CALLWRIGHT_ESL_PASSWORD:-}"
case "$password" in
  '') refuse 'CALLWRIGHT_ESL_PASSWORD is not set' ;;
  ClueCon) refuse 'CALLWRIGHT_ESL_PASSWORD is a published default' ;;
  *[!A-Za-z0-9._~-]*) refuse 'CALLWRIGHT_ESL_PASSWORD may hold letters, digits and . _ ~ - only' ;;
esac
[ "${#password}" -ge 20 ] || refuse 'CALLWRIGHT_ESL_PASSWORD is shorter than 20 characters'

case "${CALLWRIGHT_ESL_IP:-127.0.0.1}" in
  127.* | 10.* | 192.168.* | 172.1[6-9].* | 172.2[0-9].* | 172.3[01].*) ;;
  *) refuse 'CALLWRIGHT_ESL_IP must be loopback or private' ;;
esac
case ",${CALLWRIGHT_ESL_ACL:-127.0.0.0/8}," in
  *"/0,"*) refuse 'CALLWRIGHT_ESL_ACL lets the whole world in' ;;
esac

# Every other value is pasted into XML by vars.xml.
for value in $(env | sed -n 's/^CALLWRIGHT_[A-Z_]*=//p'); do
  case "$value" in
    *[!A-Za-z0-9._~:/,-]*) refuse 'a CALLWRIGHT_ variable holds a character that means something in XML' ;;
  esac
done

conf="${CALLWRIGHT_CONF_DIR:-/etc/freeswitch}"
state="${CALLWRIGHT_STATE_DIR:-/var/lib/freeswitch}"
folders='log db run temp storage cache recordings sounds scripts grammar htdocs certs'
arguments=''
for folder in $folders; do
  mkdir -p "$state/$folder"
  arguments="$arguments -$folder $state/$folder"
done
# The switch leaves its configuration there with every variable filled in, passwords too.
chmod 700 "$state/log"
[ -z "${CALLWRIGHT_RECORDINGS_DIR:-}" ] || mkdir -p "$CALLWRIGHT_RECORDINGS_DIR"

# shellcheck disable=SC2086 # none of the folders holds a blank
exec "${FREESWITCH_BINARY:-freeswitch}" -nonat -nf -nc -conf "$conf" $arguments
