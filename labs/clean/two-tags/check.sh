id=$(cat /root/harbour.id)
image_exists "$id" || exit 0
tags=$(docker image inspect --format '{{join .RepoTags " "}}' "$id")
case $tags in
  '') fail nameless ;;
  *test/harbour:1*test/harbour:2* | *test/harbour:2*test/harbour:1*) fail both ;;
esac
fail one-left "${tags%% *}"
