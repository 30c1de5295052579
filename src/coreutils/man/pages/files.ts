import { parsePages } from '../page.ts';

/** Pages about files and directories. */
export const pages = parsePages(String.raw`
ls 1 | list directory contents | показывает содержимое каталогов
ls [OPTION]... [FILE]...
. Lists files, sorted by name; without names, the current directory. Names that begin with a dot are hidden unless -a or -A asks for them. | Перечисляет файлы по имени; без аргументов — текущий каталог. Имена, которые начинаются с точки, скрыты: их показывают -a и -A.
- -a, --all | show names that begin with a dot too | показать и имена, которые начинаются с точки
- -l | long format: mode, links, owner, group, size, time, name | подробно: права, ссылки, владелец, группа, размер, время, имя
- -h | with -l: sizes like 4K and 2M | вместе с -l: размеры вида 4K и 2M
- -t | newest first | сначала новые
- -r | the other way round | в обратном порядке
- -R | subdirectories too | вместе с подкаталогами
- -d | a directory itself, not what is in it | сам каталог, а не его содержимое
> ls -la /etc | everything in /etc, with owners and times | всё в /etc, с владельцами и временем
> ls -lhS | the largest files first | сначала самые большие файлы
@ stat(1), chmod(1), tree(1), find(1)

cp 1 | copy files and directories | копирует файлы и каталоги
cp [OPTION]... SOURCE... DEST
. Copies a file to another name, or several into a directory. An existing target is overwritten. | Копирует файл под другим именем или несколько файлов в каталог. Существующая цель перезаписывается.
- -r, -R | directories with everything in them | каталоги со всем содержимым
- -a | like -r, and keep owners, modes, times and links | как -r, с сохранением владельцев, прав, времени и ссылок
- -i | ask before overwriting | спрашивать перед перезаписью
- -p | keep mode, owner and times | сохранить права, владельца и время
- -v | say what is done | сообщать, что делается
> cp -a app app.bak | a complete copy of a directory | полная копия каталога
@ mv(1), rm(1), install(1)

mv 1 | move or rename files | перемещает и переименовывает файлы
mv [OPTION]... SOURCE... DEST
. Renames a file, or moves several into a directory. Within one file system nothing is copied. | Переименовывает файл или переносит несколько в каталог. Внутри одной файловой системы данные не копируются.
- -i | ask before overwriting | спрашивать перед перезаписью
- -n | never overwrite | никогда не перезаписывать
- -v | say what is done | сообщать, что делается
> mv draft.txt notes/ | move into a directory | перенести в каталог
@ cp(1), rm(1)

rm 1 | remove files or directories | удаляет файлы и каталоги
rm [OPTION]... [FILE]...
. Removes names. There is no bin to get them back from. What matters is the permission of the directory, not of the file. | Удаляет имена файлов. Корзины нет. Важны права на каталог, а не на сам файл.
- -r | directories with everything in them | каталоги со всем содержимым
- -f | no questions, no complaint about what is not there | не спрашивать и не жаловаться на отсутствующее
- -i | ask before each one | спрашивать перед каждым
> rm -r build | remove a directory tree | удалить каталог целиком
> rm -- -x | a name that begins with a dash | имя, которое начинается с дефиса
@ rmdir(1), unlink(2)

mkdir 1 | make directories | создаёт каталоги
mkdir [OPTION]... DIRECTORY...
. Makes directories. The parents must exist unless -p makes them. | Создаёт каталоги. Родительские должны существовать, если нет -p.
- -p | make parents too, and do not complain about what exists | создать и родительские; не жаловаться на существующие
- -m MODE | set the mode, as chmod does | задать права, как chmod
> mkdir -p app/src app/test | two directories in a new one | два каталога в новом
@ rmdir(1), chmod(1)

rmdir 1 | remove empty directories | удаляет пустые каталоги
rmdir [OPTION]... DIRECTORY...
. Removes directories that are empty. For others there is rm -r. | Удаляет пустые каталоги. Для непустых есть rm -r.
- -p | the parents too, when they become empty | и родительские, если они опустеют
@ rm(1), mkdir(1)

ln 1 | make links between files | создаёт ссылки
ln [OPTION]... TARGET LINK_NAME
. A hard link is a second name of the same file; a symbolic link holds the path of another file. | Жёсткая ссылка — второе имя того же файла; символическая хранит путь к другому файлу.
- -s | a symbolic link | символическая ссылка
- -f | replace an existing target | заменить существующую
- -n | treat a link to a directory as a file | ссылку на каталог считать файлом
> ln -s /etc/hosts hosts | a symbolic link here | символическая ссылка здесь
@ readlink(1), ls(1)

touch 1 | change file timestamps | меняет время файлов
touch [OPTION]... FILE...
. Sets the times of files to now; a file that does not exist is created empty. | Ставит файлам текущее время; несуществующий файл создаётся пустым.
- -c | create nothing | ничего не создавать
- -d STRING | this time instead of now | указанное время вместо текущего
- -m | only the time of change | только время изменения
@ stat(1), ls(1)

chmod 1 | change file modes | меняет права доступа
chmod [OPTION]... MODE FILE...
. A mode is octal (4 read, 2 write, 1 execute; for owner, group, others) or letters: who (u g o a), how (+ - =), what (r w x). | Права задаются восьмеричным числом (4 чтение, 2 запись, 1 исполнение; владельцу, группе, остальным) или буквами: кому (u g o a), как (+ - =), что (r w x).
- -R | everything below a directory too | и всё внутри каталога
- -v | say what is done | сообщать, что делается
> chmod +x entrypoint.sh | make a script executable | сделать сценарий исполняемым
> chmod 640 key.pem | owner reads and writes, group reads | владелец читает и пишет, группа читает
@ chown(1), umask(2), stat(1)

chown 1 | change file owner and group | меняет владельца и группу
chown [OPTION]... [OWNER][:[GROUP]] FILE...
. Only root may give files away. Numbers work where no name exists, as often in containers. | Отдать файл другому может только root. Где имени нет, годится число: так часто бывает в контейнерах.
- -R | everything below a directory too | и всё внутри каталога
- --reference=FILE | the owner and group of that file | владелец и группа как у этого файла
> sudo chown -R 1000:1000 data | to user and group 1000 | пользователю и группе 1000
@ chmod(1), id(1)

stat 1 | display file status | показывает сведения о файле
stat [OPTION]... FILE...
. Shows size, blocks, inode, links, mode, owner and the times of a file. | Показывает размер, блоки, номер inode, число ссылок, права, владельца и время.
- -c FORMAT | print what the format says: %a mode, %U owner, %s size, %n name | по формату: %a права, %U владелец, %s размер, %n имя
- -L | follow symbolic links | идти по символическим ссылкам
- -f | the file system instead | сведения о файловой системе
> stat -c '%a %U %n' * | modes and owners | права и владельцы
@ ls(1), chmod(1)

find 1 | search for files in a directory hierarchy | ищет файлы в дереве каталогов
find [PATH]... [EXPRESSION]
. Walks through directories and tests each file; without an action the path is printed. | Обходит каталоги и проверяет каждый файл; без действия печатает путь.
- -name PATTERN | the name matches (quote the pattern) | имя подходит под образец (образец — в кавычках)
- -type C | f file, d directory, l link | f файл, d каталог, l ссылка
- -size N | +10M larger than, -4k smaller than | +10M больше, -4k меньше
- -mtime N | changed N days ago; -1 within the last day | изменён N дней назад; -1 — за последние сутки
- -exec COMMAND {} ; | run a command for each | выполнить команду для каждого
- -delete | remove what was found | удалить найденное
> find . -name '*.log' -mtime +7 -delete | old logs go | удалить старые журналы
> find / -perm -4000 2>/dev/null | programs with setuid | программы с setuid
@ xargs(1), ls(1), grep(1)

du 1 | estimate file space usage | считает занятое место
du [OPTION]... [FILE]...
. Adds up what files take on the disk, directory by directory. | Складывает место, которое занимают файлы, по каталогам.
- -s | only a total for each name | только итог по каждому имени
- -h | sizes like 4K and 2M | размеры вида 4K и 2M
- -d N | directories down to this depth | каталоги до этой глубины
> du -sh /var/lib/docker/* | what Docker takes | сколько занимает Docker
@ df(1), ls(1)

df 1 | report file system space usage | показывает место в файловых системах
df [OPTION]... [FILE]...
. Shows size, used and free space of the mounted file systems, or of the one a file is in. | Показывает размер, занятое и свободное место смонтированных систем или той, где лежит файл.
- -h | sizes like 4K and 2M | размеры вида 4K и 2M
- -i | inodes instead of blocks | inode вместо блоков
- -T | the type too | и тип
@ du(1), mount(8)

file 1 | determine file type | определяет тип файла
file [OPTION]... FILE...
. Looks at the contents, not at the name. | Смотрит на содержимое, а не на имя.
- -b | without the name | без имени
- -i | the MIME type | тип MIME
@ stat(1), xxd(1)

tree 1 | list contents of directories in a tree-like format | показывает каталоги деревом
tree [OPTION]... [DIRECTORY]...
- -L N | down to this level | до этого уровня
- -a | hidden files too | и скрытые файлы
- -d | only directories | только каталоги
@ ls(1), find(1)

tar 1 | an archiving utility | упаковывает и распаковывает архивы
tar -c|-x|-t [OPTION]... [FILE]...
. Packs files with their names, modes and owners into one. Image layers are such archives. | Складывает файлы с именами, правами и владельцами в один. Слои образов — такие архивы.
- -c | create | создать
- -x | extract | распаковать
- -t | list | показать содержимое
- -f FILE | the archive (- is standard input or output) | имя архива (- — стандартный ввод или вывод)
- -z | through gzip | через gzip
- -C DIR | work in this directory | работать в этом каталоге
- --strip-components=N | leave out the first parts of names | отбросить первые части имён
> tar -czf app.tar.gz app | pack a directory | упаковать каталог
> tar -xzf app.tar.gz -C /opt | unpack elsewhere | распаковать в другое место
@ gzip(1), docker-save(1)

gzip 1 | compress or expand files | сжимает файлы
gzip [OPTION]... [FILE]...
. Replaces files by compressed ones with the suffix .gz. | Заменяет файлы сжатыми с окончанием .gz.
- -d | decompress | распаковать
- -c | to standard output, files stay | в стандартный вывод, файлы остаются
- -k | keep the original | сохранить исходный
- -1 … -9 | faster … smaller | быстрее … меньше
@ tar(1), zcat(1)

dd 1 | convert and copy a file | копирует данные блоками
dd [OPERAND]...
- if=FILE | read from here | откуда читать
- of=FILE | write here | куда писать
- bs=SIZE | size of a block | размер блока
- count=N | how many blocks | сколько блоков
> dd if=/dev/zero of=big bs=1M count=10 | a file of ten megabytes | файл в десять мегабайт
@ truncate(1), cp(1)

mktemp 1 | create a temporary file or directory | создаёт временный файл или каталог
mktemp [OPTION]... [TEMPLATE]
. Makes a file with a name that nobody else has, and prints the name. | Создаёт файл с именем, которого ни у кого нет, и печатает имя.
- -d | a directory | каталог
- -p DIR | in this directory | в этом каталоге
@ touch(1), mkdir(1)
`);
