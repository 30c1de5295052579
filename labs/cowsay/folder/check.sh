cd "$LAB_HOME"
if [ ! -d cowsay ]; then
  [ -e Dockerfile ] && fail wrong-place
  fail no-folder
fi
if [ -e cowsay/Dockerfile ]; then
  [ -f cowsay/Dockerfile ] || fail not-a-file
  exit 0
fi
for file in cowsay/*; do
  name=${file##*/}
  [ "${name,,}" = dockerfile ] || [ "${name,,}" = dockerfile.txt ] && fail wrong-name "$name"
done
[ -e Dockerfile ] && fail wrong-place
fail no-dockerfile
