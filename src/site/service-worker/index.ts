export type { KeepSite, PreviewAnswer, PreviewAsk, WhoAmI } from './messages.ts';
export { previewAddress, type PreviewPlace, previewPlace } from './preview-path.ts';
