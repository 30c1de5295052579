import type { SiteLocale } from './locale.ts';

/** Why a command or an option works in part or not at all: the table of the docker command says it in English, this is the Russian. */
const russian: Readonly<Record<string, string>> = {
  'bake files are not read': 'файлы bake не читаются',
  'the docker driver makes no attestations': 'драйвер docker не делает аттестаций',
  'without effect': 'ни на что не влияет',
  'taken and without effect, as in the real command': 'принимается и ни на что не влияет, как в настоящей команде',
  'only with --no-interpolate, as in the real command': 'только вместе с --no-interpolate, как в настоящей команде',
  'without effect: as much as possible is done at once': 'ни на что не влияет: всё, что можно, делается одновременно',
  'taken and without effect, as in buildx': 'принимается и ни на что не влияет, как в buildx',
  'there is one builder, "default"': 'сборщик один, «default»',
  'images only': 'только образы',
  'one platform': 'одна платформа',
  'there is no SSH agent to forward': 'пробрасывать некого: агента SSH нет',
  'network.host': 'только network.host',
  'directories and images': 'каталоги и образы',
  'type=inline, as with the docker driver': 'type=inline, как у драйвера docker',
  "BuildKit's own protocol is not spoken": 'собственного протокола BuildKit нет',
  '--append, --file and --annotation have no effect': '--append, --file и --annotation ни на что не влияют',
  'the engine has no experimental features': 'экспериментальных возможностей у движка нет',
  'the engine has no plugins, and none can be installed': 'плагинов у движка нет, и поставить их нельзя',
  'a swarm has one node, networks and no services': 'в swarm один узел, есть сети, но нет сервисов',
  'kept in the configuration, without effect': 'хранится в настройках и ни на что не влияет',
  'block devices are not modelled': 'блочные устройства не смоделированы',
  'image signatures are not modelled': 'подписи образов не смоделированы',
  'there are no GPUs here': 'видеокарт здесь нет',
  'tar archives only': 'только архивы tar',
  'ports are published on IPv4 only': 'порты публикуются только на адресах IPv4',
  'there are no cluster volumes': 'томов кластера нет',
};

/** The note in the page's language; in English where the Russian is missing, which a test does not allow. */
export function supportNote(locale: SiteLocale, note: string): string {
  return locale === 'ru' ? (russian[note] ?? note) : note;
}
