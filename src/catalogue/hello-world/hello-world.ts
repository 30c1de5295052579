import { program } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';

/** hello-world: one program, `hello-world`, which prints `helloWorldText`. */
export const helloWorld: ImageRecipe = {
  repository: 'library/hello-world', tags: ['latest', 'linux'], created: '2023-05-02T16:49:27Z', architectures: ['arm64'],
  config: { Cmd: ['/hello'], Env: [defaultPath], WorkingDir: '/' },
  steps: [
    { createdBy: 'COPY hello / # buildkit', files: [program('hello', 13256, 'hello-world')], comment: 'buildkit.dockerfile.v0' },
    { createdBy: 'CMD ["/hello"]', comment: 'buildkit.dockerfile.v0' },
  ],
};
