given=${ANSWER//[[:space:]]/}; given=${given#v}
[ -n "$given" ] || fail no-answer
case $given in
  "$(docker version --format '{{.Server.APIVersion}}')") exit 0 ;;
  "$(docker version --format '{{.Server.MinAPIVersion}}')") fail minimum "$given" ;;
esac
[[ $(docker version --format '{{.Server.Version}}') != "$given"* ]] || fail engine "$given"
fail other "$given"
