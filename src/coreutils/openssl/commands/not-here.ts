import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';

/** The options of the commands that are not part of this sandbox. */
const optionsOf: Record<string, () => Promise<{ options: string }>> = {
  cms: () => import('../options/cms.ts'), dsa: () => import('../options/dsa.ts'), dsaparam: () => import('../options/dsaparam.ts'), fipsinstall: () => import('../options/fipsinstall.ts'), gendsa: () => import('../options/gendsa.ts'),
  nseq: () => import('../options/nseq.ts'), ocsp: () => import('../options/ocsp.ts'), pkeyparam: () => import('../options/pkeyparam.ts'), s_time: () => import('../options/s-time.ts'), sess_id: () => import('../options/sess-id.ts'), skeyutl: () => import('../options/skeyutl.ts'),
  smime: () => import('../options/smime.ts'), speed: () => import('../options/speed.ts'), spkac: () => import('../options/spkac.ts'), srp: () => import('../options/srp.ts'), ts: () => import('../options/ts.ts'),
};

/** What the real ones say when nothing is asked of them. */
const without: Partial<Record<string, string>> = {
  cms: 'No operation option (-encrypt|-decrypt|-sign|-verify|...) specified.\ncms: Use -help for summary.\n', smime: 'No operation (-encrypt|-sign|...) specified\nsmime: Use -help for summary.\n', ts: 'ts: Must give one of -query, -reply, or -verify\nts: Use -help for summary.\n', ocsp: 'ocsp: Use -help for summary.\n',
};

/** A command of the real openssl that is not part of this sandbox: has its help, and says so when there is work to do. */
export async function notHere(name: string): Promise<Command> {
  const { options } = (await optionsOf[name]?.()) ?? { options: `Usage: ${name} [options]\n\n20\n-*\tnot part of this sandbox` };
  return {
    options,
    run: ({ options: given }) => {
      throw new Failure((given.given.length === 0 && given.rest.length === 0 ? without[name] : undefined) ?? `openssl: ${name} is not part of this sandbox\n`);
    },
  };
}
