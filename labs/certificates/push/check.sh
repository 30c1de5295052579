ask() { curl -sf -m 3 --cacert rootCA.crt "https://harbour.test/v2/$1"; }
ask '' > /dev/null || fail silent
tags=$(ask crew/alpine/tags/list | jq -r '.tags // [] | join(" ")')
case " $tags " in
  *' dev '*) exit 0 ;;
  '  ') ;;
  *) fail tag "$tags" ;;
esac
image_exists harbour.test/crew/alpine:dev && fail not-pushed
fail no-image
