/** What the program says that Python would not. */
export interface Words {
  loading: string;
  tooMany: string;
  unable: string;
  broken: string;
}

/** In the learner's language. */
export const words: Readonly<Record<'en' | 'ru', Words>> = {
  en: {
    loading: 'Loading Python (6 MB, once) …',
    tooMany: 'three Python processes run already, and no more fit into this sandbox (EAGAIN): end one of them first',
    unable: 'this browser cannot pause WebAssembly, which Python needs to wait for files and sockets. It works in Chrome, Edge and other Chromium browsers from version 137, and in Firefox and Safari versions that have JSPI',
    broken: 'the interpreter could not go on:',
  },
  ru: {
    loading: 'Загружаем Python (6 МБ, один раз) …',
    tooMany: 'в песочнице уже работают три процесса Python, больше не помещается (EAGAIN): сначала завершите один из них',
    unable: 'этот браузер не умеет приостанавливать WebAssembly, а без этого Python не может ждать файлы и сокеты. Подойдут Chrome, Edge и другие браузеры на Chromium начиная с версии 137, а также версии Firefox и Safari, в которых есть JSPI',
    broken: 'интерпретатор не смог продолжить работу:',
  },
};
