image_exists test/app || fail app
left=$(docker images -q -f dangling=true | wc -l)
[ "$left" -eq 0 ] || fail left "$left"
