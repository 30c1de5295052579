cd "$LAB_HOME/harbour" 2> /dev/null || fail no-file
if ! said=$(docker compose config -q 2>&1); then
  case $said in
    *'no configuration file provided'*) fail no-file ;;
    *HOSTS' must be a string'*) fail list ;;
    *) fail refused "${said##*$'\n'}" ;;
  esac
fi
value=$(docker compose config --format json 2> /dev/null | jq -r '.services.registry.environment.REGISTRY_HTTP_TLS_LETSENCRYPT_HOSTS // empty')
case $value in
  '') fail deleted ;;
  '['*registry.harbour.test*']' | '- '*registry.harbour.test*) ;;
  *registry.harbour.test*) fail text "$value" ;;
  *) fail host "$value" ;;
esac
