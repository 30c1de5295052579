line=$(ss -Hltnp | grep -E '\(\("(httpd|busybox)",' | head -n 1)
[ -n "$line" ] || fail no-server
set -- $line
port=${4##*:}
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
[ "$given" != "$port" ] || exit 0
[[ $line != *"pid=$given,"* ]] || fail pid "$given"
listeners t | grep -q ":$given\$" && fail other-program "$given"
fail nobody "$given"
