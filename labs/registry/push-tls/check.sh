ask() { curl -sf -m 3 --cacert registry_certs/domain.crt "https://harbour.test:5000/v2/$1"; }
ask '' > /dev/null || fail silent
tags=$(ask alpine/tags/list | jq -r '.tags // [] | join(" ")')
case " $tags " in
  *' local '*) exit 0 ;;
  '  ') ls /etc/docker/certs.d/harbour.test:5000/*.crt > /dev/null 2>&1 || fail untrusted; fail not-pushed ;;
  *) fail tag "$tags" ;;
esac
