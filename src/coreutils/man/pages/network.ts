import { parsePages } from '../page.ts';

/** Pages about the network. */
export const pages = parsePages(String.raw`
ip 8 | show and change addresses, routes and interfaces | адреса, маршруты и интерфейсы
ip [OPTION]... OBJECT COMMAND
- addr | addresses of the interfaces | адреса интерфейсов
- link | the interfaces | сами интерфейсы
- route | the routes | маршруты
- neigh | neighbours: addresses and their MACs | соседи: адреса и их MAC
- -br | short output | кратко
> ip route get 8.8.8.8 | which way a packet goes | каким путём пойдёт пакет
@ ss(8), ping(8)

ss 8 | another utility to investigate sockets | показывает сокеты
ss [OPTION]...
- -l | listening ones | слушающие
- -t, -u | TCP, UDP | TCP, UDP
- -n | numbers instead of names | числа вместо имён
- -p | whose they are | чьи они
> ss -ltnp | who listens on which port | кто слушает какой порт
@ ip(8), netstat(8)

ping 8 | send ICMP ECHO_REQUEST to network hosts | проверяет, отвечает ли узел
ping [OPTION]... HOST
- -c N | N packets, then end | N пакетов и выйти
- -i SECS | time between packets | время между пакетами
- -W SECS | how long to wait for an answer | сколько ждать ответа
@ traceroute(1), ip(8)

curl 1 | transfer a URL | запрашивает URL
curl [OPTION]... URL...
. Status: 6 the name is not known, 7 connection refused, 22 an HTTP error with -f, 28 timeout, 56 reset, 60 the certificate is not trusted. | Код возврата: 6 имя неизвестно, 7 в соединении отказано, 22 ошибка HTTP с -f, 28 время вышло, 56 соединение сброшено, 60 сертификату нет доверия.
- -s | silent | без сообщений
- -i, -I | headers too, only headers | с заголовками, только заголовки
- -D FILE | headers to a file (- standard output) | заголовки в файл (- стандартный вывод)
- -o FILE | the body to a file | тело в файл
- -H LINE | a header of the request | заголовок запроса
- -d DATA | send data (POST) | послать данные (POST)
- -L | follow redirections | следовать перенаправлениям
- -v | tell all | рассказать всё
- -k | do not check the certificate | не проверять сертификат
- --cacert FILE | trust this authority | доверять этому центру
- --unix-socket PATH | over a socket file | через файл сокета
> curl --unix-socket /var/run/docker.sock http://localhost/version | ask the Docker daemon | спросить демон Docker
@ wget(1), jq(1)

wget 1 | download files | загружает файлы
wget [OPTION]... URL...
- -O FILE | to this file (- standard output) | в этот файл (- стандартный вывод)
- -q | quiet | без сообщений
- -S | show the server's headers | показать заголовки сервера
@ curl(1)

nc 1 | arbitrary TCP and UDP connections | соединения TCP и UDP
nc [OPTION]... HOST PORT
- -l | listen | слушать
- -u | UDP | UDP
- -z | only see whether the port answers | только проверить порт
- -v | say what happens | сообщать о происходящем
@ telnet(1), ss(8)

dig 1 | DNS lookup | запрос к DNS
dig [@SERVER] NAME [TYPE]
- +short | only the answer | только ответ
- -x ADDRESS | the name of an address | имя по адресу
@ host(1), hosts(5), resolv.conf(5)

openssl 1 | cryptography toolkit | ключи, сертификаты, шифрование
openssl COMMAND [OPTION]...
- genrsa -out KEY 2048 | a private key | закрытый ключ
- req -x509 -new -key KEY -out CRT | a certificate signed by its own key | сертификат, подписанный своим ключом
- req -new -key KEY -out CSR | a request | запрос на сертификат
- x509 -req -in CSR -CA CA -CAkey KEY -out CRT | sign a request | подписать запрос
- x509 -in CRT -noout -text | read a certificate | прочитать сертификат
- verify -CAfile CA CRT | check it | проверить
@ sha256sum(1), curl(1)

ssh 1 | remote login program | вход на другую машину
ssh [OPTION]... [USER@]HOST [COMMAND]
- -p PORT | another port | другой порт
- -i FILE | this key | этот ключ
@ hosts(5)

tcpdump 8 | dump traffic on a network | показывает пакеты
tcpdump [OPTION]... [EXPRESSION]
- -i NAME | this interface (any: all) | этот интерфейс (any — все)
- -n | numbers instead of names | числа вместо имён
- -c N | N packets, then end | N пакетов и выйти
- -A | contents as text | содержимое текстом
> sudo tcpdump -ni any port 5000 | traffic of a port | обмен по порту
@ ss(8), ip(8)

hosts 5 | static table lookup for hostnames | таблица имён /etc/hosts
. Each line: an address, then names. It is looked at before DNS. In containers Docker writes it. | Строка — адрес, затем имена. Смотрится раньше DNS. В контейнерах её пишет Docker.
> 127.0.0.1 localhost | the loopback | петля
@ resolv.conf(5), hostname(1)

resolv.conf 5 | resolver configuration file | настройка DNS
- nameserver ADDRESS | who is asked | кого спрашивать
- search DOMAIN... | what is added to short names | что добавлять к коротким именам
. In containers on networks of their own it names 127.0.0.11, Docker's own server. | В контейнерах на собственных сетях там 127.0.0.11 — сервер самого Docker.
@ hosts(5), dig(1)
`);
