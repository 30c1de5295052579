/** A command that failed: what it says, the lines of OpenSSL's error queue (without the thread in front), and its status. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** What standard error gets first. */
  readonly text: string;
  readonly queue: readonly string[];
  readonly status: number;
  /** Written after the queue. */
  readonly after: string;

  constructor(text: string, queue: readonly string[] = [], status = 1, after = '') {
    super(text);
    this.text = text;
    this.queue = queue;
    this.status = status;
    this.after = after;
  }
}

/** Lines of the error queue, by what went wrong. */
export const queue = {
  /** BIO_new_file: fopen failed. */
  fopen: (path: string, mode: string, reason: string): string[] => [
    `error:${reason === 'No such file or directory' ? '80000002' : reason === 'Permission denied' ? '8000000D' : '80000015'}:system library:BIO_new_file:${reason}:../crypto/bio/bss_file.c:67:calling fopen(${path}, ${mode})`,
    reason === 'No such file or directory' ? 'error:10000080:BIO routines:BIO_new_file:no such file:../crypto/bio/bss_file.c:75:' : 'error:10080002:BIO routines:BIO_new_file:system lib:../crypto/bio/bss_file.c:77:',
  ],
  /** BIO_read_filename: fopen failed. */
  fileControl: (path: string, reason: string): string[] => [
    `error:${reason === 'No such file or directory' ? '80000002' : reason === 'Permission denied' ? '8000000D' : '80000015'}:system library:file_ctrl:${reason}:../crypto/bio/bss_file.c:299:calling fopen(${path}, r)`,
    'error:10080002:BIO routines:file_ctrl:system lib:../crypto/bio/bss_file.c:302:',
  ],
  unsupported: (algorithm: string): string => `error:0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:376:Global default library context, Algorithm (${algorithm} : 0), Properties (<null>)`,
  noPassword: 'error:1400006B:UI routines:UI_process:processing error:../crypto/ui/ui_lib.c:553:while reading strings',
  invalidCurve: 'error:0800008D:elliptic curve routines:group_new_from_name:invalid curve:../crypto/ec/ec_lib.c:1495:',
  badDecrypt: 'error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt:../providers/implementations/ciphers/ciphercommon_block.c:107:',
  noStartLine: 'error:0480006C:PEM routines:get_name:no start line:../crypto/pem/pem_lib.c:792:',
  notEnoughData: 'error:0680008E:asn1 encoding routines:asn1_d2i_read_bio:not enough data:../crypto/asn1/a_d2i_fp.c:283:',
  wrongTag: (type: string): string[] => ['error:068000A8:asn1 encoding routines:asn1_check_tlen:wrong tag:../crypto/asn1/tasn_dec.c:1231:', `error:0688010A:asn1 encoding routines:asn1_item_embed_d2i:nested asn1 error:../crypto/asn1/tasn_dec.c:375:Type=${type}`],
  storeUnsupported: 'error:1608010C:STORE routines:ossl_store_handle_load_result:unsupported:../crypto/store/store_result.c:160:provider=default',
  nameOfEntry: 'error:07800081:common libcrypto routines:get_string_ptr_internal:param of incompatible type:../crypto/params.c:1669:',
  keyMismatch: 'error:05800074:x509 certificate routines:ossl_x509_check_private_key:key values mismatch:../crypto/x509/x509_cmp.c:413:',
  rsaVerify: [
    'error:0200008A:rsa routines:RSA_padding_check_PKCS1_type_1:invalid padding:../crypto/rsa/rsa_pk1.c:78:', 'error:02000072:rsa routines:rsa_ossl_public_decrypt:padding check failed:../crypto/rsa/rsa_ossl.c:802:',
    'error:1C880004:Provider routines:rsa_verify_directly:RSA lib:../providers/implementations/signature/rsa_sig.c:1060:',
  ],
} as const;
