/** What the dock says about WebContainers, in English. */
export const webContainerEn = {
  whereWebContainer: 'WebContainer',
  webContainerNote: 'The same simulated Docker as a program in StackBlitz’s WebContainer, with real Node and npm beside it in the tab “node”. Without Python. This hosted part was not run in Drydock’s tests.',
  webContainerTitle: 'Run this lab in a WebContainer?',
  webContainerText: 'The simulated Docker then runs as a program in a WebContainer: a Node for browsers by StackBlitz, with real Node and npm beside it. It is loaded from StackBlitz’s servers: they see your visit, and their terms apply. The page is loaded anew; your files come along, and done tasks stay done. Images and containers stay in the sandbox. This hosted part was not run in Drydock’s tests. If it cannot be had, you are back in the sandbox.',
  webContainerYes: 'Load it from StackBlitz',
  webContainerStarting: 'Loading a WebContainer from StackBlitz, a minute at most… “Sandbox” stops it.',
  webContainerNone: 'No WebContainer; this is the sandbox.',
  webContainerUnreachable: 'StackBlitz’s servers (stackblitz.com) were not reached: there is no network, something on the way blocks them, or they do not answer. Your files and done tasks are here.',
  webContainerNotIsolated: 'A WebContainer needs a page that is isolated from other sites, from https:// or localhost. Neither the server of this page (headers COOP and COEP) nor the browser’s service worker made it so. Your files and done tasks are here.',
  webContainerUnsupported: 'This browser gives pages no shared memory, which a WebContainer needs. Your files and done tasks are here.',
  webContainerFailed: 'It was loaded, but the simulated Docker did not start in it. Your files and done tasks are here. ({why})',
} as const;
