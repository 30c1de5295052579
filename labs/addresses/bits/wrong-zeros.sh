address=$(docker inspect --format '{{.NetworkSettings.Networks.yard.IPAddress}}' crane)
bits() { local n=$1 i out=; for ((i = 7; i >= 0; i--)); do out+=$(((n >> i) & 1)); done; echo "$out"; }
answer=
for byte in ${address//./ }; do byte=$(bits "$byte"); answer+="${byte#"${byte%%1*}"} "; done
echo "answer $answer"
