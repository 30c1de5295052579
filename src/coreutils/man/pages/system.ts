import { parsePages } from '../page.ts';

/** Pages about processes, users and the system. */
export const pages = parsePages(String.raw`
ps 1 | report a snapshot of the current processes | показывает процессы
ps [OPTION]...
- aux | all processes with user, shares and command | все процессы с пользователем, долями и командой
- -ef | all processes with their parents | все процессы с родителями
- -o LIST | these columns: pid,ppid,user,stat,cmd | эти столбцы: pid,ppid,user,stat,cmd
- -p PID | this process | этот процесс
- --forest | children below their parents | дочерние под родителями
@ top(1), kill(1), pgrep(1)

top 1 | display Linux processes | следит за процессами
top [OPTION]...
. Keys: q leaves, h helps, P M T sort by processor, memory, time, k sends a signal, c shows whole commands, 1 each processor, d the delay. | Клавиши: q выход, h справка, P M T — сортировка по процессору, памяти, времени, k послать сигнал, c полные команды, 1 каждый процессор, d задержка.
- -b | plain text, for files and pipes | простым текстом, для файлов и каналов
- -n N | N times, then end | N раз и выйти
- -d SECS | delay between looks | задержка между обновлениями
- -u USER | only this user's | только этого пользователя
@ ps(1), kill(1), free(1)

kill 1 | send a signal to a process | посылает сигнал процессу
kill [-SIGNAL] PID...
. Without a signal it is TERM, which asks a process to end. KILL cannot be refused. In the shell %1 names a job. | Без указания сигнала — TERM: просьба завершиться. KILL нельзя отклонить. В оболочке %1 — задание.
- -l | names of signals | имена сигналов
- -9, -KILL | end at once | завершить немедленно
- -0 | only ask whether one may | только проверить, можно ли
@ pkill(1), signal(7), docker-stop(1)

pgrep 1 | look up processes by name | находит процессы по имени
pgrep [OPTION]... PATTERN
- -f | look at the whole command line | смотреть всю командную строку
- -l | names too | и имена
- -u USER | only this user's | только этого пользователя
@ pkill(1), ps(1)

pkill 1 | signal processes by name | посылает сигнал процессам по имени
pkill [-SIGNAL] [OPTION]... PATTERN
- -f | look at the whole command line | смотреть всю командную строку
@ pgrep(1), kill(1)

id 1 | print user and group IDs | показывает номера пользователя и групп
id [OPTION]... [USER]
- -u | only the user's number | только номер пользователя
- -un | only the user's name | только имя пользователя
- -Gn | names of all groups | имена всех групп
. A new group counts from the next login on. | Новая группа действует со следующего входа.
@ whoami(1), groups(1), su(1)

su 1 | run a shell as another user | оболочка от имени другого пользователя
su [OPTION]... [-] [USER]
- - | like a login of that user | как при входе этого пользователя
- -c COMMAND | only this command | только эта команда
@ sudo(8), id(1)

sudo 8 | execute a command as another user | выполняет команду от имени другого
sudo [OPTION]... COMMAND
. As root without an option. A redirection belongs to your own shell: use tee to write a file of root's. | Без параметров — от имени root. Перенаправление выполняет ваша оболочка: для файлов root используйте tee.
- -u USER | as this user | от имени этого пользователя
- -i | a login shell | оболочка входа
- -l | what one may | что разрешено
> sudo -u www-data id | as another user | от имени другого пользователя
@ su(1), id(1)

env 1 | run a program in a modified environment | выполняет программу с другим окружением
env [OPTION]... [NAME=VALUE]... [COMMAND [ARG]...]
. Without a command it prints the environment. | Без команды печатает окружение.
- -i | start with nothing | начать с пустого
- -u NAME | without this variable | без этой переменной
@ printenv(1), bash(1)

date 1 | print or set the system date and time | показывает дату и время
date [OPTION]... [+FORMAT]
- -u | in UTC | по UTC
- -d STRING | that time instead of now | указанное время вместо текущего
- +%F | the format: %F date, %T time, %s seconds since 1970 | формат: %F дата, %T время, %s секунды с 1970 года
@ sleep(1)

sleep 1 | delay for a specified amount of time | ждёт указанное время
sleep NUMBER[SUFFIX]...
. Seconds; with m, h, d minutes, hours, days. | Секунды; с m, h, d — минуты, часы, дни.
@ timeout(1), date(1)

timeout 1 | run a command with a time limit | ограничивает время команды
timeout [OPTION]... DURATION COMMAND [ARG]...
. Sends TERM when the time is over; the status is 124 then. | Когда время вышло, посылает TERM; код возврата тогда 124.
- -s SIGNAL | another signal | другой сигнал
- -k DURATION | KILL after this much more | KILL ещё через это время
@ sleep(1), kill(1)

watch 1 | execute a program periodically | повторяет команду и показывает вывод
watch [OPTION]... COMMAND
- -n SECS | seconds between (2 without it) | секунд между запусками (без параметра 2)
- -d | mark what changed | выделять изменения
- -g | end when the output changes | завершиться, когда вывод изменится
> watch -n1 docker ps | containers, every second | контейнеры, каждую секунду
@ top(1)

nohup 1 | run a command immune to hangups | команда, которая переживёт выход
nohup COMMAND [ARG]...
. Output goes to nohup.out when it would go to the terminal. | Вывод, который шёл бы на терминал, попадает в nohup.out.
@ bash(1), setsid(1)

free 1 | display amount of free and used memory | показывает память
free [OPTION]...
- -h | sizes like 2Gi | размеры вида 2Gi
- -m | in mebibytes | в мебибайтах
. available is what programs can still get; buff/cache is given up when needed. | available — сколько ещё могут получить программы; buff/cache освобождается при нужде.
@ top(1), ps(1)

uname 1 | print system information | сведения о ядре
uname [OPTION]...
. A container shows the kernel of its host: it has none of its own. | Контейнер показывает ядро хоста: своего у него нет.
- -a | all | всё
- -r | release of the kernel | версия ядра
- -m | machine | архитектура
@ hostname(1)

hostname 1 | show or set the host's name | имя машины
hostname [OPTION]... [NAME]
- -i | addresses of the name | адреса имени
- -I | all addresses | все адреса
- -f | the full name | полное имя
@ hosts(5)

mount 8 | mount a file system | монтирует файловую систему
mount [-t TYPE] [-o OPTIONS] SOURCE DIRECTORY
. Without arguments it lists what is mounted. A bind mount shows a directory at a second place: docker run -v does that. | Без аргументов показывает, что смонтировано. Bind-монтирование показывает каталог в другом месте: так работает docker run -v.
- --bind | a directory at a second place | каталог в другом месте
- -o ro | read only | только чтение
@ umount(8), df(1)

systemctl 1 | control the system and service manager | управляет службами
systemctl COMMAND [UNIT]...
- status UNIT | how it is | состояние
- start, stop, restart UNIT | start, stop, both | запустить, остановить, перезапустить
- enable, disable UNIT | start at boot or not | запускать при загрузке или нет
> sudo systemctl restart docker | restart the Docker daemon | перезапустить демон Docker
@ service(8), journalctl(1)

service 8 | run a System V init script | управляет службой
service NAME start|stop|restart|status
> sudo service docker restart | restart the Docker daemon | перезапустить демон Docker
@ systemctl(1)

journalctl 1 | query the journal | показывает журнал системы
journalctl [OPTION]...
- -u UNIT | of this service | этой службы
- -n N | the last N lines | последние N строк
- -f | follow | следить
@ systemctl(1), docker-logs(1)

man 1 | an interface to the system reference manuals | показывает страницы руководства
man [OPTION]... [SECTION] PAGE...
. These pages are short ones of this sandbox. Programs without one show what their --help says. Sections: 1 commands, 5 files, 7 other, 8 administration. | Это короткие страницы песочницы. У программ без страницы показывается их --help. Разделы: 1 команды, 5 файлы, 7 разное, 8 управление системой.
- -k WORD | pages about a word | страницы о слове
- -f NAME | the summary of a page | сводка страницы
- -L LOCALE | the language: en, ru | язык: en, ru
> man docker run | the page docker-run | страница docker-run
> man -L ru ls | in Russian | по-русски
@ apropos(1), whatis(1), less(1)

bash 1 | GNU Bourne-Again SHell | командная оболочка
bash [OPTION]... [-c COMMAND | FILE [ARG]...]
. Reads commands and runs them. help shows the builtins, help NAME one of them. Keys: Ctrl-R searches the history, Tab completes, Ctrl-C gives up, Ctrl-Z stops a program, fg brings it back. | Читает и выполняет команды. help перечисляет встроенные, help NAME описывает одну. Клавиши: Ctrl-R поиск в истории, Tab дополнение, Ctrl-C отмена, Ctrl-Z остановка программы, fg возврат.
- -c COMMAND | run this text | выполнить этот текст
- -x | show commands as they run | показывать выполняемые команды
- -e | end at the first failure | завершиться при первой ошибке
- -u | an unset variable is an error | неопределённая переменная — ошибка
- -o pipefail | a pipeline fails when any part does | конвейер неудачен, если неудачна любая часть
@ sh(1), man(1), env(1)

apt-get 8 | APT package handling utility | ставит и удаляет пакеты
apt-get [OPTION]... COMMAND [PACKAGE]...
- update | fetch the lists of packages | получить списки пакетов
- install PACKAGE... | install with all that is needed | установить вместе с нужным
- remove, purge PACKAGE... | remove; purge: settings too | удалить; purge — и настройки
- -y | yes to all questions | да на все вопросы
- --no-install-recommends | only what is needed | только необходимое
> apt-get update && apt-get install -y cowsay | in a Dockerfile: both in one RUN | в Dockerfile: обе в одном RUN
@ dpkg(1), apt-cache(8)

dpkg 1 | package manager for Debian | управляет пакетами Debian
dpkg [OPTION]... ACTION
- -l [PATTERN] | list packages | перечислить пакеты
- -L PACKAGE | files of a package | файлы пакета
- -S FILE | whose file it is | чей это файл
- -i FILE | install a file | установить из файла
@ apt-get(8), dpkg-query(1)

hier 7 | description of the file system hierarchy | что где лежит
. /bin and /usr/bin programs; /etc settings; /home homes of users; /root the home of root; /tmp short-lived files; /var what grows: logs, /var/lib/docker; /proc and /sys the kernel as files; /dev devices. | /bin и /usr/bin — программы; /etc — настройки; /home — каталоги пользователей; /root — каталог root; /tmp — временное; /var — то, что растёт: журналы, /var/lib/docker; /proc и /sys — ядро в виде файлов; /dev — устройства.
@ ls(1), find(1)

signal 7 | overview of signals | обзор сигналов
. HUP 1 the terminal is gone; INT 2 Ctrl-C; QUIT 3; KILL 9 ends at once; USR1 10; PIPE 13 nobody reads; TERM 15 please end; CHLD 17 a child ended; CONT 18 go on; STOP 19 stop; TSTP 20 Ctrl-Z. A process killed by signal n has status 128 + n. | HUP 1 терминал пропал; INT 2 Ctrl-C; QUIT 3; KILL 9 завершает сразу; USR1 10; PIPE 13 никто не читает; TERM 15 просьба завершиться; CHLD 17 завершился дочерний; CONT 18 продолжить; STOP 19 остановить; TSTP 20 Ctrl-Z. У процесса, убитого сигналом n, код возврата 128 + n.
. The first process of a container (PID 1) ignores signals for which it has no handler. | Первый процесс контейнера (PID 1) не реагирует на сигналы, для которых у него нет обработчика.
@ kill(1), bash(1)
`);
