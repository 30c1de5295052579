import type { webContainerEn } from './webcontainer-en.ts';

/** What the dock says about WebContainers, in Russian. */
export const webContainerRu: Readonly<Record<keyof typeof webContainerEn, string>> = {
  whereWebContainer: 'WebContainer',
  webContainerNote: 'Тот же Docker из песочницы, но как программа в WebContainer от StackBlitz; рядом, на вкладке «node», — настоящие Node и npm. Без Python. Эта часть, со стороны StackBlitz, в тестах Drydock не запускалась.',
  webContainerTitle: 'Запустить лабораторную в WebContainer?',
  webContainerText: 'Docker из песочницы будет работать как программа в WebContainer — это Node для браузера от StackBlitz; рядом будут настоящие Node и npm. WebContainer загружается с серверов StackBlitz: они увидят ваше посещение, и действуют их условия. Страница загрузится заново; файлы перейдут вместе с вами, выполненные задания останутся выполненными. Образы и контейнеры останутся в песочнице. Эта часть, со стороны StackBlitz, в тестах Drydock не запускалась. Если ничего не получится, вы снова окажетесь в песочнице.',
  webContainerYes: 'Загрузить со StackBlitz',
  webContainerStarting: 'WebContainer загружается со StackBlitz, не дольше минуты… Остановить — «Песочница».',
  webContainerNone: 'WebContainer недоступен, это песочница.',
  webContainerUnreachable: 'Серверы StackBlitz (stackblitz.com) недоступны: нет сети, что-то по пути их блокирует или они не отвечают. Ваши файлы и выполненные задания на месте.',
  webContainerNotIsolated: 'WebContainer нужна страница, изолированная от других сайтов, по https:// или с localhost. Этого не обеспечили ни сервер страницы (заголовки COOP и COEP), ни service worker браузера. Ваши файлы и выполненные задания на месте.',
  webContainerUnsupported: 'Этот браузер не даёт страницам разделяемой памяти, а без неё WebContainer не работает. Ваши файлы и выполненные задания на месте.',
  webContainerFailed: 'WebContainer загрузился, но Docker из песочницы в нём не запустился. Ваши файлы и выполненные задания на месте. ({why})',
};
