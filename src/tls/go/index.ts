export { goVerifier, type GoVerifierOptions } from './verifier.ts';
export { goClientWords, goServerWords } from './words.ts';
