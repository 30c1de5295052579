export { goCertificates, goKeyPair } from './key-pair.ts';
export { goStream } from './stream.ts';
export { goVerifier, type GoVerifierOptions } from './verifier.ts';
export { goClientWords, goServerWords } from './words.ts';
