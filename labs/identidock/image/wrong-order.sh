cd identidock
chmod +x cmd.sh
cat > Dockerfile <<'END'
FROM python:3.12-slim
RUN groupadd -r keeper && useradd -r -g keeper keeper
WORKDIR /app
COPY app /app
COPY cmd.sh /
RUN pip install --no-cache-dir Flask==3.1.1 gunicorn==23.0.0 requests==2.32.3 redis==5.2.1
EXPOSE 5000 9090
USER keeper
CMD ["/cmd.sh"]
END
docker build -q -t identidock .
