// Alpine 3.20's packages that lessons install: name, version, installed size, description; what they need; programs with their sizes (link>TARGET: a symbolic link); scripts that apk names when it runs them.
// Versions and sizes are from memory: near to the real ones, no more.
export const alpinePackages = `
bash 5.2.26-r0 1302528 The GNU Bourne Again shell
 needs readline libncursesw
 files bin/bash=746952
 scripts post-install
brotli-libs 1.1.0-r2 946176 Generic lossless compressor (libraries)
c-ares 1.33.1-r0 139264 Asynchronous DNS/names resolver library
ca-certificates 20240705-r0 688128 Common CA certificates PEM files from Mozilla
 scripts trigger
cowsay 3.04-r3 61440 Configurable speaking/thinking cow (and some other animals)
 needs perl
 files usr/bin/cowsay=4664 usr/bin/cowthink>cowsay
coreutils 9.5-r2 1228800 The basic file, shell and text manipulation utilities
curl 8.10.1-r0 258048 URL retrival utility and library
 needs ca-certificates libcurl
 files usr/bin/curl=251832
bind-tools 9.18.27-r0 569344 The ISC DNS tools
 files usr/bin/dig=121464 usr/bin/host=108976 usr/bin/nslookup=113056
gettext-envsubst 0.22.5-r0 39936 Substitutes environment variables in shell format strings
 files usr/bin/envsubst=39264
iproute2-minimal 6.9.0-r0 610304 IP Routing Utilities (minimal)
 files sbin/ip=599128
iproute2 6.9.0-r0 1552384 IP Routing Utilities
 needs iproute2-minimal
 files sbin/tc=560000 sbin/ss=151000
iputils-ping 20240117-r0 90112 Tool to send ICMP echo request to hosts
 files bin/ping=84888
jq 1.7.1-r0 614400 Command-line JSON processor
 needs oniguruma
 files usr/bin/jq=30736
less 643-r2 266240 File pager
 files usr/bin/less=190096
libcap2 2.70-r0 71680 POSIX 1003.1e capabilities (libraries)
libcurl 8.10.1-r0 509952 The multiprotocol file transfer library
 needs brotli-libs c-ares libidn2 nghttp2-libs libpsl zstd-libs
libidn2 2.3.7-r0 217088 Encode/Decode library for internationalized domain names
 needs libunistring
libncursesw 6.4_p20240420-r2 360448 Console display library (libncursesw)
 needs ncurses-terminfo-base
libproc2 4.0.4-r0 94208 Library for monitoring system and processes
libpsl 0.21.5-r1 98304 C library for the Publix Suffix List
 needs libidn2 libunistring
libunistring 1.2-r0 1777664 Library for manipulating Unicode strings and C strings
make 4.4.1-r2 266240 GNU make utility to maintain groups of programs
nano 8.0-r0 757760 Enhanced clone of the Pico text editor
 needs libncursesw
 files usr/bin/nano=247000
ncurses-terminfo-base 6.4_p20240420-r2 222208 Descriptions of common terminals
net-tools 2.10-r3 614400 Linux Net Tools, recent CVS
 files sbin/ifconfig=76000 bin/netstat=150000 sbin/route=64000 sbin/arp=62000
nghttp2-libs 1.62.1-r0 176128 Experimental HTTP/2 client, server and proxy (libraries)
nginx 1.26.2-r0 1327104 HTTP and reverse proxy server (stable version)
 needs pcre2
 files usr/sbin/nginx=1290552
oniguruma 6.9.9-r0 557056 a regular expressions library
openssl 3.3.2-r0 724992 Toolkit for Transport Layer Security (TLS)
 files usr/bin/openssl=722400
pcre2 10.43-r0 679936 Perl-compatible regular expression library
perl 5.38.2-r0 38318080 Larry Wall's Practical Extraction and Report Language
procps-ng 4.0.4-r0 720896 Utilities for monitoring your system and its processes
 needs libncursesw libproc2
 files bin/ps=140000 usr/bin/free=22000 usr/bin/pgrep=34000 usr/bin/pkill=34000 usr/bin/top=130000 usr/bin/uptime=10000 usr/bin/watch=26000
readline 8.2.10-r0 307200 GNU readline library
 needs libncursesw
shadow 4.15.1-r0 480000 PAM-using login and passwd utilities
 files usr/sbin/useradd=120000 usr/sbin/groupadd=60000 usr/sbin/userdel=80000 usr/sbin/usermod=110000
su-exec 0.2-r3 16384 switch user and group id, setgroups and exec
sudo 1.9.15_p5-r0 2293760 Give certain users the ability to run some commands as root
 files usr/bin/sudo=254000
tcpdump 4.99.4-r1 1294336 A tool for network monitoring and data acquisition
 files usr/bin/tcpdump=1150000
tini 0.19.0-r3 24576 Tiny but valid init for containers
tree 2.1.1-r0 90112 Recursive directory indented listing of files
 files usr/bin/tree=87000
tzdata 2024b-r0 1626112 Timezone data
wget 1.24.5-r0 487424 Network utility to retrieve files from the Web
 needs libidn2 pcre2
 files usr/bin/wget=470000
yq 4.44.1-r2 10485760 Portable command-line YAML processor
 files usr/bin/yq=10400000
zip 3.0-r12 376832 Creates PKZIP-compatible .zip files
 files usr/bin/zip=200000
zstd-libs 1.5.6-r0 716800 Zstandard - Fast real-time compression algorithm (libraries)
`;
