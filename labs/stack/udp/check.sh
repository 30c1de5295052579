if ! listens u 127.0.0.1:5300; then
  found=$(listeners u | grep ':5300$' | head -n 1)
  [ -z "$found" ] || fail elsewhere "$found"
  listeners t | grep -q ':5300$' && fail tcp
  fail nobody
fi
grep -q ahoy "$LAB_HOME/heard.txt" 2>/dev/null || fail nothing-heard
