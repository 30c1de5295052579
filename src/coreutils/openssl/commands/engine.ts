import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { options } from '../options/engine.ts';

/** openssl-engine(1): there is none but the one that loads others. */
export const engine: Command = {
  options,
  run({ options: given, tool }) {
    const [wanted] = given.rest;
    if (wanted !== undefined && wanted !== 'dynamic') {
      const file = `/usr/lib/x86_64-linux-gnu/engines-3/${wanted}.so`;
      throw new Failure('', [
        `error:12800067:DSO support routines:dlfcn_load:could not load the shared library:../crypto/dso/dso_dlfcn.c:115:filename(${file}): ${file}: cannot open shared object file: No such file or directory`, 'error:12800067:DSO support routines:DSO_load:could not load the shared library:../crypto/dso/dso_lib.c:147:',
        'error:13000084:engine routines:dynamic_load:dso not found:../crypto/engine/eng_dyn.c:429:', `error:13000074:engine routines:ENGINE_by_id:no such engine:../crypto/engine/eng_list.c:470:id=${wanted}`,
      ]);
    }
    tool.out.write(`(dynamic) Dynamic engine loading support\n${given.has('t', 'tt') ? '     [ unavailable ]\n' : ''}`);
    return 0;
  },
};
