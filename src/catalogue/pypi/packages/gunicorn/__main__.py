"""``python -m gunicorn``."""
from gunicorn.app.wsgiapp import run

run()
