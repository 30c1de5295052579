script=$LAB_HOME/cowsay/entrypoint.sh
mode=$(stat -c %A "$script" 2>/dev/null)
case $mode in
  -??x??x??x) ;;
  *x*) fail owner-only "$mode" ;;
  *) fail not-executable "$mode" ;;
esac
inside=$(image_file test/cowsay-dockerfile entrypoint.sh) || fail not-rebuilt
[ "$(stat -c %A "$inside")" = "$mode" ] || fail not-rebuilt
