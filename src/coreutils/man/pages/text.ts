import { parsePages } from '../page.ts';

/** Pages about text and its filters. */
export const pages = parsePages(String.raw`
cat 1 | concatenate files and print | выводит файлы подряд
cat [OPTION]... [FILE]...
. Copies files, or standard input, to standard output. | Копирует файлы или стандартный ввод в стандартный вывод.
- -n | number the lines | нумеровать строки
- -A | show tabs, ends of lines and other invisible characters | показать табуляции, концы строк и прочее невидимое
> cat > note.txt | type a file; Ctrl-D ends it | набрать файл; Ctrl-D завершает
@ tac(1), head(1), tail(1), less(1)

head 1 | output the first part of files | выводит начало файлов
head [OPTION]... [FILE]...
- -n N | the first N lines (10 without it); -n -N all but the last N | первые N строк (без параметра 10); -n -N — все, кроме последних N
- -c N | the first N bytes | первые N байт
@ tail(1), cat(1)

tail 1 | output the last part of files | выводит конец файлов
tail [OPTION]... [FILE]...
- -n N | the last N lines (10 without it); -n +N from line N on | последние N строк (без параметра 10); -n +N — начиная со строки N
- -f | go on as the file grows, until Ctrl-C | следить за ростом файла, до Ctrl-C
- -F | like -f, also when the file is replaced | как -f, и если файл заменили
> tail -f app.log | watch a log | следить за журналом
@ head(1), less(1)

less 1 | view a text a screen at a time | просмотр текста по экранам
less [OPTION]... [FILE]...
. Space goes on, b goes back, / searches, n finds the next one, g and G go to the ends, q leaves, h shows all keys. | Пробел — вперёд, b — назад, / — поиск, n — следующее, g и G — начало и конец, q — выход, h — все клавиши.
- -N | line numbers | номера строк
- -S | do not wrap long lines | не переносить длинные строки
- -R | show colours | показывать цвета
- -i | search without case | поиск без учёта регистра
- -F | leave at once when all fits | сразу выйти, если всё помещается
- +F | follow a growing file | следить за растущим файлом
@ more(1), man(1)

more 1 | display text a screen at a time | показывает текст по экранам
more [OPTION]... FILE...
. Space shows the next screen, Enter the next line, q leaves. less can do more. | Пробел — следующий экран, Enter — строка, q — выход. less умеет больше.
@ less(1)

grep 1 | print lines that match patterns | выводит строки, подходящие под образец
grep [OPTION]... PATTERN [FILE]...
. The status is 0 when a line matched, 1 when none did. | Код возврата 0, если строка нашлась, 1 — если нет.
- -i | without case | без учёта регистра
- -v | lines that do not match | строки, которые не подходят
- -n | line numbers | номера строк
- -r | in all files below a directory | во всех файлах каталога
- -E | extended regular expressions | расширенные регулярные выражения
- -F | plain text, no pattern | просто текст, не образец
- -o | only what matched | только совпавшее
- -c | how many lines | сколько строк
- -q | only the status | только код возврата
> docker ps | grep -v web | all but those with web | все, кроме строк с web
@ sed(1), awk(1)

sed 1 | stream editor | потоковый редактор
sed [OPTION]... SCRIPT [FILE]...
. Applies the script to each line. s/old/new/g replaces, d deletes, p prints; before them may stand lines: 3, 2,5, /pattern/. | Применяет сценарий к каждой строке. s/старое/новое/g заменяет, d удаляет, p печатает; перед ними — строки: 3, 2,5, /образец/.
- -n | print only what p says | печатать только по p
- -i | change the file itself | менять сам файл
- -E | extended regular expressions | расширенные регулярные выражения
> sed '1d' | without the first line | без первой строки
> sed -i 's/8080/9090/' app.conf | change a port in a file | сменить порт в файле
@ awk(1), grep(1), tr(1)

awk 1 | pattern scanning and processing language | язык обработки строк
awk [OPTION]... 'PROGRAM' [FILE]...
. For each line, runs the actions whose pattern fits. $1, $2 … are the fields, $0 the line, NF how many fields, NR the number of the line. | Для каждой строки выполняет действия подходящих образцов. $1, $2 … — поля, $0 — строка, NF — число полей, NR — номер строки.
- -F SEP | what separates fields | разделитель полей
- -v NAME=VALUE | set a variable | задать переменную
> awk '{ print $3 }' | the third field | третье поле
> awk -F: '$3 >= 1000 { print $1 }' /etc/passwd | users with ids from 1000 on | пользователи с номерами от 1000
@ sed(1), cut(1)

sort 1 | sort lines of text files | сортирует строки
sort [OPTION]... [FILE]...
- -n | by number | по числу
- -h | by sizes like 2K and 1G | по размерам вида 2K и 1G
- -r | the other way round | в обратном порядке
- -k N | by field N on | по полю N и далее
- -t SEP | what separates fields | разделитель полей
- -u | each line once | каждую строку один раз
@ uniq(1), cut(1)

uniq 1 | report or omit repeated lines | убирает повторы подряд
uniq [OPTION]... [INPUT [OUTPUT]]
. Only neighbours are compared: sort first. | Сравниваются только соседние строки: сначала отсортируйте.
- -c | how often | сколько раз
- -d | only repeated ones | только повторяющиеся
- -u | only those that come once | только единственные
> sort | uniq -c | sort -rn | what is most frequent | что встречается чаще
@ sort(1)

cut 1 | remove sections from each line | вырезает части строк
cut OPTION... [FILE]...
- -d C | what separates fields (a tab without it) | разделитель полей (без параметра табуляция)
- -f LIST | these fields: 1, 2-4, 3- | эти поля: 1, 2-4, 3-
- -c LIST | these characters | эти символы
> cut -d: -f1 /etc/passwd | names of all users | имена всех пользователей
@ awk(1), paste(1)

tr 1 | translate or delete characters | заменяет и удаляет символы
tr [OPTION]... SET1 [SET2]
- -d | delete those of SET1 | удалить символы SET1
- -s | runs of one character become one | повторы превратить в один символ
- -c | all but SET1 | все, кроме SET1
> tr a-z A-Z | to capitals | в заглавные
@ sed(1)

wc 1 | print newline, word, and byte counts | считает строки, слова и байты
wc [OPTION]... [FILE]...
- -l | lines | строки
- -w | words | слова
- -c | bytes | байты
- -m | characters | символы
@ cat(1), nl(1)

tee 1 | read from standard input and write to standard output and files | пишет и на экран, и в файлы
tee [OPTION]... [FILE]...
- -a | append | дописывать
> echo line | sudo tee -a /etc/hosts | write as root | записать от имени root
@ cat(1)

diff 1 | compare files line by line | сравнивает файлы построчно
diff [OPTION]... FILES
. The status is 0 when they are the same, 1 when not. | Код возврата 0, если файлы одинаковы, 1 — если нет.
- -u | unified format, as patches have it | единый формат, как в заплатках
- -r | directories with everything in them | каталоги со всем содержимым
- -q | only whether they differ | только есть ли различия
@ patch(1), cmp(1), comm(1)

xargs 1 | build and execute command lines | составляет и выполняет команды
xargs [OPTION]... [COMMAND [ARG]...]
. Words of standard input become arguments of the command. | Слова стандартного ввода становятся аргументами команды.
- -n N | at most N at a time | не более N за раз
- -I STR | replace STR, a line at a time | подставлять вместо STR, по строке
- -0 | names end with a null byte, as find -print0 writes them | имена через нулевой байт, как у find -print0
- -r | nothing when there is no input | ничего не делать без ввода
> docker ps -aq | xargs -r docker rm | remove all containers | удалить все контейнеры
@ find(1)

jq 1 | command-line JSON processor | обрабатывает JSON
jq [OPTION]... FILTER [FILE]...
. Filters: . everything, .name a field, .[] all elements, .[0] the first, | joins filters, select(…) keeps what fits. | Фильтры: . всё, .name поле, .[] все элементы, .[0] первый, | соединяет фильтры, select(…) оставляет подходящее.
- -r | strings without quotes | строки без кавычек
- -c | one line each | по строке на элемент
- -e | status by the result | код возврата по результату
> docker inspect web | jq -r '.[0].State.Status' | the state of a container | состояние контейнера
@ docker-inspect(1)

sha256sum 1 | compute and check SHA-256 message digests | считает и проверяет суммы SHA-256
sha256sum [OPTION]... [FILE]...
. An image's digest is the sha256 of its manifest: the same bytes have the same digest. | Дайджест образа — sha256 его манифеста: одинаковые байты дают одинаковый дайджест.
- -c FILE | check the sums in a list | проверить суммы по списку
@ md5sum(1), base64(1)

base64 1 | base64 encode and decode | кодирует и декодирует base64
base64 [OPTION]... [FILE]
- -d | decode | декодировать
- -w N | wrap at N characters; 0 not at all | переносить через N символов; 0 — никогда
@ sha256sum(1)

nano 1 | a small text editor | небольшой текстовый редактор
nano [OPTION]... [[+LINE[,COLUMN]] FILE]...
. The two lowest lines show the keys: ^ is Ctrl, M- is Alt. ^O writes, ^X leaves, ^W searches, ^K cuts, ^U pastes, M-U undoes, ^G helps. | Две нижние строки показывают клавиши: ^ — Ctrl, M- — Alt. ^O записать, ^X выйти, ^W искать, ^K вырезать, ^U вставить, M-U отменить, ^G справка.
- -l | line numbers | номера строк
- -i | indent new lines like the one before | отступ как у предыдущей строки
- -E | blanks instead of tabs | пробелы вместо табуляций
- -v | only look | только просмотр
> nano +12 Dockerfile | open at line 12 | открыть на строке 12
@ less(1)
`);
