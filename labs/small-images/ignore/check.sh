image=test/site
grep -Eq '^COPY +\. +/www/?$' "$LAB_HOME/site/Dockerfile" || fail dockerfile
image_exists "$image" || fail no-image
for dir in $(docker image inspect --format '{{.GraphDriver.Data.UpperDir}} {{.GraphDriver.Data.LowerDir}}' "$image" | tr : ' '); do
  found=$(find "$dir/www" -type f '(' -name secret.key -o -name '*.log' ')' 2>/dev/null | head -n 1)
  [ -n "$found" ] || continue
  for name in dockerignore .Dockerignore .dockerignore.txt .dockerignore/; do [ -e "$LAB_HOME/site/$name" ] && fail misnamed "$name"; done
  [ -e "$LAB_HOME/.dockerignore" ] && fail misnamed "~/.dockerignore"
  fail secret "${found#"$dir"}"
done
image_file "$image" www/index.html > /dev/null || fail no-page
