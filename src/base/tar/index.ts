export { entryBytes, type Extent, TarError, tarEntry, type TarEntry, type TarType } from './entry.ts';
export { readTar, readTarStream } from './reader.ts';
export {  type TarWriteOptions, writeTar, writeTarChunks } from './writer.ts';
