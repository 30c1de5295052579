said=$(curl -s --max-time 3 --data-urlencode 'name=<b>Ann"a</b>' http://localhost:5000/) || fail no-answer
case $said in
  *'<b>Ann'*) fail raw ;;
  *'Ann"a'*) fail quotes ;;
  *Ann*) exit 0 ;;
esac
fail lost
