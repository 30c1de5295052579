cd identidock
cat > cmd.sh <<'END'
#!/bin/bash
set -e
trap 'echo stopped >&2; exit 0' TERM

if [ "$ENV" = DEV ]; then
  echo "Development server" >&2
  exec python identidock.py
elif [ "$ENV" = UNIT ]; then
  echo "Unit tests" >&2
  exec python tests.py
else
  echo "Production server" >&2
  gunicorn --bind 0.0.0.0:9090 identidock:app
fi
END
docker build -q -t identidock .
docker rm -f front
docker run -d --name front -p 9090:9090 identidock
until curl -s -o /dev/null localhost:9090; do sleep 0.1; done
docker stop -t 1 front
