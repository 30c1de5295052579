import type { Program, ProgramLoader } from '../kernel/uapi/index.ts';

/** Loaders for programs of one module, which is loaded once, at the first use of any of them. */
export function family<Module extends object>(load: () => Promise<Module>, names: Partial<Record<string, keyof Module>>): Record<string, ProgramLoader> {
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, async () => (await load())[key as keyof Module] as Program]));
}
