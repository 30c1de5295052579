container_runs files || fail server
given=${ANSWER//[[:space:]]/}; given=${given##*/}; given=${given%.tar.gz}; given=${given#chart-}
[ -n "$given" ] || fail no-answer
[ -f "/srv/files/chart-$given.tar.gz" ] || fail other "$given"
cd /srv/files && grep -F " chart-$given.tar.gz" SHA256SUMS | sha256sum -c --status && fail good "chart-$given.tar.gz"
exit 0
