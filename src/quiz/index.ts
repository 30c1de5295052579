export * from './ask.ts';
export * from './assessment.ts';
export * from './explain.ts';
export * from './judge.ts';
export * from './localized.ts';
export * from './quiz.ts';
