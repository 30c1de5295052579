file=/etc/docker/daemon.json
[ ! -s "$file" ] || jq -e . "$file" > /dev/null 2>&1 || fail json
secure=$(docker info --format '{{range $name, $it := .RegistryConfig.IndexConfigs}}{{$name}}={{$it.Secure}} {{end}}' 2> /dev/null) || fail daemon
case " $secure" in
  *' harbour.test:5000=false '*) image_exists harbour.test:5000/identidock:0.1 || fail not-pulled; exit 0 ;;
esac
list=$(jq -r '."insecure-registries" // [] | join(" ")' "$file" 2> /dev/null)
case " $list " in
  '  ') fail none ;;
  *' harbour.test:5000 '*) fail restart ;;
  *) fail name "$list" ;;
esac
