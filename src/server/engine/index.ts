export { connectEngine, engineProblem, type EngineProblem } from './engine.ts';
export { socketStream } from './socket-stream.ts';
