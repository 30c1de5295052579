cd "$LAB_HOME/harbour" 2> /dev/null || fail no-file
if said=$(docker compose config -q 2>&1); then
  docker compose config --services 2> /dev/null | grep -qx registry || fail no-service
  exit 0
fi
case $said in
  *services.registry.environment.*'must be a string'*) exit 0 ;;
  *'no configuration file provided'*) fail no-file ;;
  *'(root) Additional property'*) grep -qs '^version:' -- *.yml *.yaml && fail version; fail old ;;
  *'services must be a mapping'*) fail indent ;;
  *) fail refused "${said##*$'\n'}" ;;
esac
