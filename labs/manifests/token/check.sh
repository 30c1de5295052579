[ -s token ] || fail missing
token=$(tr -d '[:space:]' < token)
case $token in
  '{'*) fail json ;;
  \"*) fail quotes ;;
  *.*.*) ;;
  *) fail not-a-token ;;
esac
claims=$(cut -d . -f 2 <<< "$token" | tr _- /+ | base64 -d 2> /dev/null)
jq -e .exp <<< "$claims" > /dev/null 2>&1 || fail not-a-token
names=$(jq -r '[.access[]? | select((.actions // []) | index("pull")) | .name] | join(" ")' <<< "$claims")
[ -n "$names" ] || fail no-right
case " $names " in *' library/alpine '*) ;; *) fail other "$names" ;; esac
