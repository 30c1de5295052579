/**
 * Functions that every check.sh may use, as bash text that is put before it. The only way to fail with a message is `fail KEY [arg…]`.
 * `image_file IMAGE PATH` prints where the host keeps that file of an image (overlay2 keeps layers as folders). `listeners t` (TCP) or `u` (UDP) prints where somebody
 * listens, as ADDRESS:PORT; `listens t 127.0.0.1:80` asks for one of them. They are plain bash and docker, so that they are the same on every backend.
 */
export const checkHelpers = String.raw`
fail() { local w out=fail; for w in "$@"; do printf -v w %q "$w"; out+=" $w"; done; printf '%s\n' "$out"; exit 1; }
image_exists() { docker image inspect "$1" >/dev/null 2>&1; }
image_config() { docker image inspect --format "{{json .Config.$2}}" "$1" 2>/dev/null; }
image_label() { docker image inspect --format "{{index .Config.Labels \"$2\"}}" "$1" 2>/dev/null; }
image_size_at_most() { local n; n=$(docker image inspect --format '{{.Size}}' "$1" 2>/dev/null) && [ "$n" -le "$2" ]; }
image_file() { local dir; for dir in $(docker image inspect --format '{{.GraphDriver.Data.UpperDir}} {{.GraphDriver.Data.LowerDir}}' "$1" 2>/dev/null | tr : ' '); do [ -e "$dir/$2" ] && { printf '%s\n' "$dir/$2"; return 0; }; done; return 1; }
container_exists() { docker container inspect "$1" >/dev/null 2>&1; }
container_runs() { [ "$(docker container inspect --format '{{.State.Running}}' "$1" 2>/dev/null)" = true ]; }
container_exit_code() { docker container inspect --format '{{.State.ExitCode}}' "$1" 2>/dev/null; }
listeners() { ss -Hln"$1" | awk '{ print $4 }'; }
listens() { listeners "$1" | grep -qxF -- "$2"; }
containers_of() { docker ps -aq --no-trunc --filter "ancestor=$1"; }
`.trim();
