#!/bin/bash
set -e
trap 'echo interrupted; exit 1' INT

if [ "$ENV" = DEV ]; then
  echo "Development server"
  exec python identidock.py
elif [ "$ENV" = UNIT ]; then
  echo "Unit tests"
  exec python tests.py
fi
