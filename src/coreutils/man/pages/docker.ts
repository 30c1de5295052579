import { parsePages } from '../page.ts';

/** Pages about Docker. */
export const pages = parsePages(String.raw`
docker 1 | manage containers | управляет контейнерами
docker [OPTION]... COMMAND [ARG]...
. The command is a client: it asks the daemon over /var/run/docker.sock. docker COMMAND --help shows all flags. | Команда — клиент: она обращается к демону через /var/run/docker.sock. docker КОМАНДА --help показывает все флаги.
- run | make and start a container | создать и запустить контейнер
- ps | list containers | перечислить контейнеры
- build | make an image of a Dockerfile | собрать образ по Dockerfile
- images | list images | перечислить образы
- pull, push | from and to a registry | из реестра и в реестр
- exec | another process in a container | ещё один процесс в контейнере
- logs | what it wrote | что он вывел
@ docker-run(1), docker-build(1), dockerd(8), dockerfile(5)

docker-run 1 | create and run a new container from an image | создаёт и запускает контейнер
docker run [OPTION]... IMAGE [COMMAND] [ARG]...
. The status is that of the command; 125 when Docker failed, 126 when the command cannot be run, 127 when it does not exist. | Код возврата — код команды; 125, если не смог Docker, 126, если команду нельзя запустить, 127, если её нет.
- -d | in the background; prints the id | в фоне; печатает номер
- -i, -t | keep input open, give a terminal | оставить ввод открытым, дать терминал
- --rm | remove it when it ends | удалить по завершении
- --name NAME | its name | имя
- -p HOST:PORT | publish a port | опубликовать порт
- -v SOURCE:TARGET | a volume or a directory of the host | том или каталог хоста
- -e NAME=VALUE | a variable of the environment | переменная окружения
- --network NAME | the network | сеть
- --restart POLICY | no, on-failure, always, unless-stopped | no, on-failure, always, unless-stopped
- --entrypoint PROGRAM | instead of the image's entry point | вместо точки входа образа
> docker run --rm -it debian bash | a shell that leaves nothing behind | оболочка, которая ничего не оставит
> docker run -d -p 8080:80 --name web nginx | a web server | веб-сервер
@ docker-exec(1), docker-ps(1), docker-logs(1)

docker-ps 1 | list containers | перечисляет контейнеры
docker ps [OPTION]...
- -a | stopped ones too | и остановленные
- -q | only ids | только номера
- -f FILTER | status=exited, name=web … | status=exited, name=web …
- --format TEMPLATE | as a Go template says | по шаблону Go
> docker ps -aq -f status=exited | ids of those that ended | номера завершившихся
@ docker-run(1), docker-rm(1)

docker-build 1 | build an image from a Dockerfile | собирает образ
docker build [OPTION]... PATH
. PATH is the context: what COPY can take. .dockerignore leaves files out. | PATH — контекст: откуда берёт COPY. .dockerignore исключает файлы.
- -t NAME[:TAG] | its name | имя образа
- -f FILE | another Dockerfile | другой Dockerfile
- --build-arg NAME=VALUE | a value for ARG | значение для ARG
- --no-cache | everything anew | всё заново
- --target STAGE | up to this stage | до этой стадии
> docker build -t app:1 . | from the current directory | из текущего каталога
@ dockerfile(5), docker-history(1)

docker-images 1 | list images | перечисляет образы
docker images [OPTION]... [REPOSITORY[:TAG]]
- -q | only ids | только номера
- -a | intermediate ones too | и промежуточные
- --digests | digests too | и дайджесты
@ docker-rmi(1), docker-history(1)

docker-pull 1 | download an image from a registry | загружает образ из реестра
docker pull [OPTION]... NAME[:TAG|@DIGEST]
. Without a host it comes from Docker Hub, without a tag it is latest. A tag can move, a digest cannot. | Без узла — с Docker Hub, без тега — latest. Тег может указать на другое, дайджест — нет.
- -a | all tags | все теги
@ docker-push(1), docker-tag(1)

docker-push 1 | upload an image to a registry | отправляет образ в реестр
docker push [OPTION]... NAME[:TAG]
. The name says where to: localhost:5000/app goes to the registry on port 5000. | Имя говорит куда: localhost:5000/app отправляется в реестр на порту 5000.
@ docker-tag(1), docker-pull(1)

docker-tag 1 | create a tag TARGET that refers to SOURCE | даёт образу ещё одно имя
docker tag SOURCE[:TAG] TARGET[:TAG]
. Nothing is copied: an image may have many names. | Ничего не копируется: у образа может быть много имён.
@ docker-images(1), docker-push(1)

docker-exec 1 | execute a command in a running container | выполняет команду в контейнере
docker exec [OPTION]... CONTAINER COMMAND [ARG]...
- -it | with a terminal | с терминалом
- -u USER | as this user | от имени этого пользователя
- -w DIR | in this directory | в этом каталоге
- -e NAME=VALUE | a variable | переменная
> docker exec -it web sh | a shell in a running container | оболочка в работающем контейнере
@ docker-run(1), docker-logs(1)

docker-logs 1 | fetch the logs of a container | показывает вывод контейнера
docker logs [OPTION]... CONTAINER
- -f | follow | следить
- --tail N | only the last N lines | только последние N строк
- -t | with times | со временем
@ docker-exec(1), journalctl(1)

docker-inspect 1 | low-level information on Docker objects | подробные сведения об объектах
docker inspect [OPTION]... NAME|ID...
- -f TEMPLATE | as a Go template says | по шаблону Go
- --type TYPE | container, image, network, volume | container, image, network, volume
> docker inspect -f '{{.NetworkSettings.IPAddress}}' web | its address | его адрес
@ jq(1), docker-ps(1)

docker-rm 1 | remove containers | удаляет контейнеры
docker rm [OPTION]... CONTAINER...
- -f | running ones too | и работающие
- -v | their anonymous volumes too | и их безымянные тома
> docker rm $(docker ps -aq) | all that are stopped | все остановленные
@ docker-ps(1), docker-rmi(1)

docker-rmi 1 | remove images | удаляет образы
docker rmi [OPTION]... IMAGE...
. Removes the name; the image goes with its last name, unless a container needs it. | Удаляет имя; образ исчезает с последним именем, если он не нужен контейнеру.
- -f | by force | принудительно
@ docker-images(1), docker-rm(1)

docker-stop 1 | stop running containers | останавливает контейнеры
docker stop [OPTION]... CONTAINER...
. Sends TERM to the first process, and KILL when it is not gone after ten seconds. | Посылает TERM первому процессу и KILL, если тот не завершился за десять секунд.
- -t SECS | how long to wait | сколько ждать
@ docker-start(1), signal(7)

docker-start 1 | start stopped containers | запускает остановленные контейнеры
docker start [OPTION]... CONTAINER...
- -a | show its output | показывать вывод
- -i | give it input | подключить ввод
@ docker-stop(1), docker-run(1)

docker-network 1 | manage networks | управляет сетями
docker network COMMAND
. On a network of one's own containers find each other by name. | В собственной сети контейнеры находят друг друга по имени.
- ls | list | перечислить
- create NAME | make one | создать
- connect NETWORK CONTAINER | connect | подключить
- inspect NAME | addresses and who is there | адреса и участники
- rm NAME | remove | удалить
@ docker-run(1), ip(8)

docker-volume 1 | manage volumes | управляет томами
docker volume COMMAND
. A volume outlives its containers. | Том переживает свои контейнеры.
- ls | list | перечислить
- create NAME | make one | создать
- inspect NAME | where it is | где он лежит
- rm NAME | remove | удалить
- prune | remove those nobody uses | удалить неиспользуемые
@ docker-run(1), mount(8)

docker-history 1 | show the history of an image | показывает слои образа
docker history [OPTION]... IMAGE
- --no-trunc | whole commands | команды целиком
- -q | only ids | только номера
@ docker-build(1), docker-images(1)

docker-compose 1 | define and run multi-container applications | приложения из нескольких контейнеров
docker compose [OPTION]... COMMAND
. Reads compose.yaml: services, networks, volumes. | Читает compose.yaml: службы, сети, тома.
- up -d | make and start all, in the background | создать и запустить всё, в фоне
- down | stop and remove; -v volumes too | остановить и удалить; -v — и тома
- ps, logs | look | посмотреть
- build | build the images | собрать образы
- exec SERVICE COMMAND | a command in a service | команда в службе
@ docker-run(1), dockerfile(5)

docker-save 1 | save images to a tar archive | сохраняет образы в архив
docker save [OPTION]... IMAGE...
- -o FILE | to a file | в файл
> docker save app:1 | gzip > app.tar.gz | for docker load elsewhere | для docker load в другом месте
@ tar(1), docker-pull(1)

docker-cp 1 | copy files between a container and the host | копирует файлы в контейнер и из него
docker cp CONTAINER:PATH PATH
docker cp PATH CONTAINER:PATH
. Works with stopped containers too. | Работает и с остановленными контейнерами.
@ cp(1), docker-exec(1)

dockerfile 5 | instructions for building images | инструкции сборки образов
- FROM IMAGE | what it begins with | с чего начать
- RUN COMMAND | a command; what it changes is a layer | команда; её изменения — слой
- COPY SOURCE... TARGET | files of the context | файлы из контекста
- ENV NAME=VALUE | a variable | переменная
- WORKDIR DIR | where one works | рабочий каталог
- USER NAME | who one is | пользователь
- EXPOSE PORT | tells of a port, does not publish it | сообщает о порте, но не публикует
- ENTRYPOINT ["PROGRAM"] | what is run | что запускается
- CMD ["ARG"] | its arguments, or the command | аргументы или команда
. What changes seldom goes first: then the cache helps. | Что меняется редко, ставьте первым: тогда помогает кэш.
@ docker-build(1)

dockerd 8 | the Docker daemon | демон Docker
dockerd [OPTION]...
. Listens on /var/run/docker.sock. Who may use it is as good as root. | Слушает /var/run/docker.sock. Кто имеет к нему доступ, тот равен root.
- -H ADDRESS | listen here | слушать здесь
- --insecure-registry HOST:PORT | a registry without a trusted certificate | реестр без доверенного сертификата
@ daemon.json(5), systemctl(1)

daemon.json 5 | configuration of the Docker daemon | настройка демона Docker
. /etc/docker/daemon.json; read at the start of the daemon. | /etc/docker/daemon.json; читается при запуске демона.
- "insecure-registries": ["HOST:PORT"] | registries without a trusted certificate | реестры без доверенного сертификата
- "registry-mirrors": ["URL"] | where to ask before Docker Hub | где спрашивать раньше Docker Hub
- "log-driver": "json-file" | where output of containers goes | куда идёт вывод контейнеров
@ dockerd(8)
`);
