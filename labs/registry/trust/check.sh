all=/etc/docker/certs.d
folder=$all/harbour.test:5000
certificate=$(ls "$folder"/*.crt 2> /dev/null | head -n 1)
if [ -z "$certificate" ]; then
  any=$(ls "$folder" 2> /dev/null | head -n 1)
  [ -z "$any" ] || fail extension "$any"
  other=$(ls "$all" 2> /dev/null | grep -vxF harbour.test:5000 | head -n 1)
  [ -z "$other" ] || fail folder "$other"
  fail none
fi
curl -sf -m 3 --cacert "$certificate" https://harbour.test:5000/v2/ > /dev/null || fail other
secure=$(docker info --format '{{range $name, $it := .RegistryConfig.IndexConfigs}}{{$name}}={{$it.Secure}} {{end}}' 2> /dev/null) || fail daemon
case " $secure" in *' harbour.test:5000=false '*) fail insecure ;; esac
