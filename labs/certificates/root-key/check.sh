[ -s rootCA.key ] || fail missing
grep -q ENCRYPTED rootCA.key && fail not-a-key
text=$(openssl pkey -in rootCA.key -noout -text 2> /dev/null) || fail not-a-key
grep -q '^publicExponent' <<< "$text" || fail not-rsa
bits=$(sed -n 's/.*Private-Key: (\([0-9]*\) bit.*/\1/p' <<< "$text")
[ "$bits" -ge 2048 ] || fail bits "$bits"
case $(stat -c %a rootCA.key) in ?00) ;; *) fail readable "$(stat -c %a rootCA.key)" ;; esac
