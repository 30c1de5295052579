image_exists identidock || fail no-image
image_file identidock app/identidock.py > /dev/null || fail no-app
script=$(image_file identidock cmd.sh) || fail no-script
[ -x "$script" ] || fail not-executable
start=$(docker image inspect --format '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' identidock)
[[ $start == *'"/cmd.sh"'* ]] || fail no-start "$start"
case $(docker image inspect --format '{{.Config.User}}' identidock) in ''|root*|0*) fail root ;; esac
# The newest layers come first.
steps=$(docker history --no-trunc --format '{{.CreatedBy}}' identidock)
code=$(grep -nm1 '^COPY app' <<<"$steps" | cut -d: -f1)
packages=$(grep -nm1 'pip install' <<<"$steps" | cut -d: -f1)
[ -z "$code" ] || [ "$code" -lt "${packages:-$code}" ] || fail order
