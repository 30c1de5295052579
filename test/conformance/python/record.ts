// node test/conformance/python/record.ts: runs the cases with Debian's python3 (apt-get install python3-flask python3-requests) and keeps what they say.
import { cases, keep } from './case.ts';
import { hasRealPython, runReal } from './real-python.ts';

if (!hasRealPython) throw new Error("Debian's python3 with python3-flask and python3-requests is not here");
keep(Object.fromEntries(cases().map(({ name, source }) => [name, runReal(source)])));
