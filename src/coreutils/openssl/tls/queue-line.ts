import type { TlsError } from '../../../tls/index.ts';
import { opensslErrorOf } from '../../trust/openssl-error.ts';

/** The line of the error queue (without its thread) for a failed connection, with the place in OpenSSL 3.5 where it is found. */
export function queueLine(error: TlsError, role: 'client' | 'server'): string {
  const { code, reason } = opensslErrorOf(error, role);
  const [place, file, more = ''] = placeOf(error, role);
  return `error:${code}:SSL routines:${place}:${reason}:../ssl/${file}:${more}`;
}

function placeOf(error: TlsError, role: 'client' | 'server'): [place: string, file: string, more?: string] {
  switch (error.kind) {
    case 'alert': return ['ssl3_read_bytes', 'record/rec_layer_s3.c:918', `SSL alert number ${error.alertCode ?? 0}`];
    case 'not-tls': return role === 'server' && opensslErrorOf(error, role).reason === 'http request' ? ['tls_validate_record_header', 'record/methods/tlsany_meth.c:81'] : ['tls_validate_record_header', 'record/methods/tlsany_meth.c:77'];
    case 'closed': case 'truncated': return ['', 'record/rec_layer_s3.c:698'];
    case 'certificate': return role === 'client' ? ['tls_post_process_server_certificate', 'statem/statem_clnt.c:2124'] : ['tls_process_client_certificate', 'statem/statem_srvr.c:3741'];
    case 'no-client-certificate': return ['tls_process_client_certificate', 'statem/statem_srvr.c:3727'];
    case 'version': return role === 'client' ? ['ssl_choose_client_version', 'statem/statem_lib.c:2143'] : ['tls_early_post_process_client_hello', 'statem/statem_srvr.c:1841'];
    case 'no-shared-cipher': return ['tls_post_process_client_hello', 'statem/statem_srvr.c:2426'];
    default: return ['', 'statem/statem.c:0'];
  }
}
