listens t '[::1]:7000' && ! listeners t | grep ':7000$' | grep -qvxF '[::1]:7000' && exit 0
found=$(listeners t | grep ':7000$' | grep -vxF '[::1]:7000' | head -n 1)
case $found in
  '') fail nobody ;;
  0.0.0.0:* | '[::]:'* | '*:'*) fail everywhere "$found" ;;
esac
fail four "$found"
