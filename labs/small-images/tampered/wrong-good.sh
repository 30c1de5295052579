cd "$(mktemp -d)"
for name in north east west; do curl -sO "http://localhost:8000/chart-$name.tar.gz"; done
curl -s http://localhost:8000/SHA256SUMS | grep chart > sums
echo "answer $(sha256sum -c sums 2> /dev/null | sed -n 's/: OK$//p' | head -n 1)"
