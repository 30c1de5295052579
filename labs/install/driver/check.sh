given=${ANSWER//[[:space:]]/}; given=${given,,}
[ -n "$given" ] || fail no-answer
case $given in
  "$(docker info --format '{{.Driver}}')") exit 0 ;;
  extfs | ext4 | xfs | btrfs) fail backing "$given" ;;
  json-file | cgroupfs | systemd | bridge | local | runc) fail other-kind "$given" ;;
esac
fail other "$given"
