found=$(listeners t | grep ':7000$')
[ -n "$found" ] || fail nobody
for each in $found; do
  address=${each%:7000}
  case $address in
    127.0.0.1 | '[::1]') set -- usual ;;
    127.*) exit 0 ;;
    0.0.0.0 | '[::]' | '*') set -- everywhere "$each" ;;
    *) set -- other-address "$address" ;;
  esac
done
case $1 in
  usual) fail usual ;;
  everywhere) fail everywhere "$2" ;;
  *) fail other-address "$2" ;;
esac
