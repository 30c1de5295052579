export { parseQuiz } from './parse-quiz.ts';
