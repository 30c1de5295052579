import type { ChecksKey } from './checks-en.ts';

/** То же по-русски. */
export const checksRu: Readonly<Record<ChecksKey, string>> = {
  panel: 'Проверки сборки: {n}',
  newer: 'Правила более новых сборщиков: там их запускает docker build --check, движок этого курса их ещё не знает.',
  place: 'Строка {n}, {rule}: {text}',
  StageNameCasing: 'Стадия называется {name}: пишите имена стадий строчными буквами, ведь так их и сравнивают.',
  FromAsCasing: '«{as}» и «{from}» написаны в разном регистре: пишите оба слова одинаково.',
  NoEmptyContinuation: 'Пустая строка внутри продолженной инструкции. Однажды это станет ошибкой: удалите её или сделайте комментарием.',
  ConsistentInstructionCasing: '{word} написано не в том регистре, что остальные инструкции: пишите {wanted}.',
  DuplicateStageName: 'Две стадии называются {name}: COPY --from возьмёт последнюю.',
  ReservedStageName: 'У слова {name} есть своё значение: стадию так назвать нельзя.',
  JSONArgsRecommended: '{instruction} в shell-форме запускается под оболочкой, а она не передаёт сигналы: docker stop будет ждать и убьёт процесс. Напишите список JSON.',
  MaintainerDeprecated: 'MAINTAINER устарела: пишите LABEL org.opencontainers.image.authors="{name}".',
  UndefinedArgInFrom: 'FROM использует {name}, но ни один ARG перед первым FROM её не объявляет.',
  WorkdirRelativePath: 'WORKDIR {path} зависит от каталога базового образа: начните с абсолютного пути.',
  UndefinedVar: 'В этой стадии никто не задаёт {name}.',
  MultipleInstructionsDisallowed: 'Её заменит следующая {instruction} той же стадии: эта ничего не делает.',
  LegacyKeyValueFormat: 'Старая запись без знака равенства: пишите {instruction} {name}=значение.',
  RedundantTargetPlatform: 'Целевую платформу FROM берёт и так: флаг можно убрать.',
  SecretsUsedInArgOrEnv: '{name} похоже на секрет, а {instruction} остаётся в истории образа. Возьмите RUN --mount=type=secret.',
  InvalidDefaultArgInFrom: 'Без --build-arg {base} — не имя образа: дайте ARG значение по умолчанию.',
  FromPlatformFlagConstDisallowed: 'Платформа {platform} задана намертво, и образ один для любой --platform. Возьмите переменную или уберите флаг.',
  CopyIgnoredFile: '.dockerignore не пропускает {path}: сборщик его не найдёт.',
  InvalidDefinitionDescription: 'Комментарий прямо над {instruction} описывает её и начинается с её имени, {name}. Если он о другом, отделите его пустой строкой.',
  ExposeProtoCasing: 'Пишите протокол строчными буквами: {wanted}.',
  ExposeInvalidFormat: 'EXPOSE называет только порт контейнера, а не {port}: публикует docker run -p.',
};
