curl -sf -m 3 http://localhost:5000/v2/ > /dev/null || fail silent
tags=$(curl -sf -m 3 http://localhost:5000/v2/identidock/tags/list | jq -r '.tags // [] | join(" ")')
case " $tags " in
  *' 0.1 '*) exit 0 ;;
  '  ') ;;
  *) fail tag "$tags" ;;
esac
image_exists localhost:5000/identidock:0.1 && fail not-pushed
image_exists identidock:0.1 && fail name identidock:0.1
fail no-image
