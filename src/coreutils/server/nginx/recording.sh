# Asks an nginx what it says. Run by real nginx to record (RECORD=1) and by ours to compare.
rm -rf /tmp/nginx-test; mkdir -p /tmp/nginx-test/html/dir /tmp/nginx-test/html/list/sub; cd /tmp/nginx-test; chmod 755 .
echo '<h1>hi</h1>' > html/index.html; echo a > html/list/a.txt; echo bb > 'html/list/a file<with>&chars and a very long name which is longer than fifty characters.txt'
echo secret > html/secret; printf 0123456789 > html/ten.txt; echo '<p>gone</p>' > html/gone.html; echo 'joe:{PLAIN}pw' > users
find html -exec touch -d @1700000000 {} +; chmod 600 html/secret
cat > nginx.conf <<'END'
user nobody nogroup; worker_processes 1; error_log /tmp/nginx-test/error.log error; pid /tmp/nginx-test/nginx.pid;
events { worker_connections 64; }
http {
  types { text/html html; text/plain txt; } default_type application/octet-stream;
  access_log /tmp/nginx-test/access.log combined;
  upstream dead { server 127.0.0.1:8199; }
  upstream both { server 127.0.0.1:8199; server 127.0.0.1:8197; }
  map $arg_lang $word { default hello; de hallo; ~^f salut; }
  server { listen 8198; server_name one; root /tmp/nginx-test/html; index index.html;
    location /list/ { autoindex on; }
    location = /ret { return 200 "text\n"; }
    location = /r404 { return 404; }
    location = /r301 { return 301 /x; }
    location = /r302 { return 302 https://example.test/; }
    location = /r418 { return 418; }
    location = /r503 { return 503; }
    location = /r500 { return 500 "body"; }
    location = /r307 { return 307 /y; }
    location = /r444 { return 444; }
    location /dead { proxy_pass http://dead; }
    location /both { proxy_pass http://both; }
    location /proxy/ { proxy_pass http://127.0.0.1:8197/base/; proxy_set_header X-Real-IP $remote_addr; }
    location /whole/ { proxy_pass http://127.0.0.1:8197; proxy_set_header Host $host; proxy_http_version 1.1; }
    location /spa { try_files $uri $uri/ /index.html; }
    location /t404 { try_files $uri =404; }
    location /named { try_files $uri @other; }
    location @other { return 200 "other $uri\n"; }
    location ~ \.php$ { return 403; }
    location ~ ^/user/(?<id>\d+)/(\w+)$ { return 200 "$id $2\n"; }
    location ^~ /static { return 200 "static $uri $args $host $server_port $remote_addr $request_method\n"; add_header X-A b; add_header X-B c always; }
    location /word { return 200 "$word $is_args $arg_lang\n"; }
    location /loop { rewrite ^ /loop last; }
    location /rw { rewrite ^/rw/(.*)$ /$1 permanent; }
    location /in { rewrite ^/in/(.*)$ /list/$1 last; }
    location /deny { deny all; }
    location /auth { auth_basic "Restricted"; auth_basic_user_file /tmp/nginx-test/users; }
    location /if { if ($request_method = POST) { return 405; } if ($arg_a ~ ^(x+)$) { return 200 "many $1\n"; } return 200 "no\n"; }
    location /alias/ { alias /tmp/nginx-test/html/list/; }
    location /internal { internal; }
    location /page/ { error_page 404 /gone.html; }
    location /page2/ { error_page 404 =200 /gone.html; }
    location /page3/ { error_page 404 @other; }
    location /small { client_max_body_size 4; proxy_pass http://127.0.0.1:8197; }
    error_page 500 502 /50x.html;
  }
  server { listen 127.0.0.1:8197; access_log off; location / { return 200 "$request_uri|$http_host|$http_connection|$http_x_real_ip|$server_protocol|$request_method|$content_length\n"; } }
  server { listen 8198; server_name two *.two.test; return 200 "two\n"; }
}
END
$NGINX -t -c /tmp/nginx-test/nginx.conf; $NGINX -c /tmp/nginx-test/nginx.conf; sleep 0.3
ask() { echo "=== $*"; curl -s -i "${@:2}" "http://127.0.0.1:8198$1"; }
for path in / /dir /dir/ /nope /list/ /secret /ret /r404 /r301 /r302 /r418 /r503 /r500 /r307 /r444 /dead /both '/proxy/abc?x=1' '/whole/a%20b?y' /spa/x /spa/list /t404/x /named/x /a.php /user/12/joe '/static/x?q=1' '/word?lang=de' '/word?lang=fr' /word /loop /rw/abc /in/a.txt /deny /auth /list '/if?a=xxx' /if /alias/a.txt /alias /internal /page/x /page2/x /page3/x /list/../ten.txt //ten.txt /%74en.txt '/list/?C=N'; do ask "$path"; done
ask / -I; ask / -X POST; ask / -X FOO; ask /if -X POST; ask / -H 'If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT'; ask / -H 'If-None-Match: "6553f100-c"'; ask / -H 'If-None-Match: "x"'
ask /ten.txt -H 'Range: bytes=2-4'; ask /ten.txt -H 'Range: bytes=50-'; ask /ten.txt -H 'Range: bytes=-3'; ask /ten.txt -H 'If-Match: "x"'
ask / -H 'Host: two'; ask / -H 'Host: a.two.test'; 
say() { echo "=== $1"; exec 3<>/dev/tcp/127.0.0.1/8198; printf "$1" | cat >&3; cat <&3; exec 3>&-; }
say 'GET / HTTP/1.0\r\n\r\n'; say 'GET / HTTP/1.1\r\n\r\n'; say 'GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n'; say 'GARBAGE\r\n\r\n'; say 'GET /ten.txt HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /ret HTTP/1.0\r\n\r\n'
ask /small -d 12345; ask /proxy/ -d 1234; ask /auth -u joe:pw; ask /auth -u joe:no; ask /auth/ -u jim:no
echo "=== logs"; sed 's/ \[[^]]*\] / [DATE] /' access.log; sed 's/^[^[]*//; s/[0-9]*#[0-9]*: \*[0-9]* /P /' error.log
$NGINX -s quit -c /tmp/nginx-test/nginx.conf 2>/dev/null; sleep 0.5; ls /tmp/nginx-test
while IFS= read -r text; do echo "=== $text"; printf '%s\n' "$text" > bad.conf; $NGINX -t -c /tmp/nginx-test/bad.conf -g 'pid /tmp/nginx-test/t.pid; error_log stderr notice;' 2>&1 | sed 's/^....\/..\/.. ..:..:.. //; s/[0-9]*#[0-9]*: //'; done <<'END'
events {} http { server { listen 80 }
events {} http { server { listen 80;
events {} http { sever { listen 80; } }
events {} http { server { listen abc:x; } }
events {} http { server { root; } }
events {} http { server { root a b; } }
events {} http { server { location / { proxy_pass foo; } } }
events {} http { server { location / { root /a; root /b; } } }
events {} http { include /nope.conf; }
events {} http { include /nope*.conf; }
http { }
events {}
events {} server { }
events {} http { server { location / { listen 80; } } }
events {} http { server { autoindex yes; } }
events {} http { server { location / {} location / {} } }
events {} http { server { return abc; } }
events {} http { server { set $a $nope; } }
events {} http { server { location ~ ( {} } }
events {} }
events {} http { upstream a { } }
events {} http { server { server_name a; } server { server_name a; } }
user nobody9; events {} http { }
events {} http { server { listen 80; listen 80; } }
events {} ; foo
events {} http { server { try_files /a; } }
events {} http { keepalive_timeout abc; }
events {} http { client_max_body_size 1x; }
events {} http { server { error_page 700 /x; } }
events {} http { server { listen 99999; } }
events {} "http
worker_processes x; events {}
events { worker_connections x; }
events {} http { log_format a "$nope"; }
events {} http { access_log /a b; }
events {} http { server { proxy_pass http://a; } }
events {} http { server { add_header a; } }
events {} http { server { listen 443 ssl; } }
events {} http { root }
events {} http { server; }
events {} http { root /a { } }
END
for words in '-c /nope -t' '-s foo' -x foo '-s reload -c /tmp/nginx-test/nginx.conf' -v -c "-t -g daemon"; do echo "=== $words"; $NGINX $words 2>&1 | sed 's/^....\/..\/.. ..:..:.. //; s/[0-9]*#[0-9]*: //'; done
