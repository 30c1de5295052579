file=$LAB_HOME/packets.txt
[ -f "$file" ] || fail no-file
grep -q ' > ' "$file" || fail empty
grep -Eq '\.http( >|:)' "$file" && fail names
grep -qF 'Flags [S],' "$file" || fail no-start
grep -qF 'Flags [R.],' "$file" && ! grep -qF 'Flags [S.],' "$file" && fail refused
grep -qF 'Flags [S.],' "$file" || fail no-start
grep -qE 'Flags \[F' "$file" || fail no-end
