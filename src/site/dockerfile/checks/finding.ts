/** The rules by the names that docs.docker.com publishes them under ("Build checks"). */
export const checkNames = [
  'StageNameCasing', 'FromAsCasing', 'NoEmptyContinuation', 'ConsistentInstructionCasing', 'DuplicateStageName', 'ReservedStageName', 'JSONArgsRecommended', 'MaintainerDeprecated', 'UndefinedArgInFrom',
  'WorkdirRelativePath', 'UndefinedVar', 'MultipleInstructionsDisallowed', 'LegacyKeyValueFormat', 'RedundantTargetPlatform', 'SecretsUsedInArgOrEnv', 'InvalidDefaultArgInFrom',
  'FromPlatformFlagConstDisallowed', 'CopyIgnoredFile', 'InvalidDefinitionDescription', 'ExposeProtoCasing', 'ExposeInvalidFormat',
] as const;

export type CheckName = (typeof checkNames)[number];

/** Something that a rule found. Lines count from 1, both included. */
export interface Finding {
  rule: CheckName;
  start: number;
  end: number;
  /** For the text: a name, a word as it should be … */
  values: Readonly<Record<string, string>>;
}
