/** The build checks' rules in our own words, in English. */
export const checksEn = {
  panel: 'Build checks: {n}',
  newer: 'Rules of later builders, which run them with docker build --check; the engine of this course does not know them.',
  place: 'Line {n}, {rule}: {text}',
  StageNameCasing: 'The stage is called {name}: write stage names in lower case, since that is how they are compared.',
  FromAsCasing: '“{as}” and “{from}” are cased differently: write both in one way.',
  NoEmptyContinuation: 'An empty line inside a continued instruction. It becomes an error one day: delete it, or make it a comment.',
  ConsistentInstructionCasing: '{word} is cased unlike the other instructions: write {wanted}.',
  DuplicateStageName: 'Two stages are called {name}: COPY --from then means the last one.',
  ReservedStageName: '{name} has a meaning of its own and cannot name a stage.',
  JSONArgsRecommended: '{instruction} in shell form runs under a shell, which does not pass signals on: docker stop then waits and kills. Write a JSON list.',
  MaintainerDeprecated: 'MAINTAINER is out of use: write LABEL org.opencontainers.image.authors="{name}".',
  UndefinedArgInFrom: 'FROM uses {name}, which no ARG before the first FROM declares.',
  WorkdirRelativePath: 'WORKDIR {path} goes on from wherever the base image is: begin with an absolute path.',
  UndefinedVar: 'Nothing sets {name} in this stage.',
  MultipleInstructionsDisallowed: 'A later {instruction} of this stage takes its place: this one has no effect.',
  LegacyKeyValueFormat: 'The old form without an equals sign: write {instruction} {name}=value.',
  RedundantTargetPlatform: 'The target platform is what FROM takes anyway: leave the flag out.',
  SecretsUsedInArgOrEnv: '{name} sounds secret, and {instruction} stays readable in the image’s history. Use RUN --mount=type=secret.',
  InvalidDefaultArgInFrom: 'Without --build-arg, {base} is no valid image name: give the ARG a default.',
  FromPlatformFlagConstDisallowed: '{platform} is fixed here, so the image is the same for every --platform. Use a variable, or leave the flag out.',
  CopyIgnoredFile: '.dockerignore leaves {path} out: the builder will not find it.',
  InvalidDefinitionDescription: 'A comment right above {instruction} describes it and begins with its name, {name}. Is it another comment? Put an empty line between.',
  ExposeProtoCasing: 'Write the protocol in lower case: {wanted}.',
  ExposeInvalidFormat: 'EXPOSE takes a port of the container alone, not {port}: docker run -p publishes.',
} as const;

export type ChecksKey = keyof typeof checksEn;
