/** Where a directive may stand: Main, Events, Http, Server, Location, If in a location, Upstream, iN a server's if. */
type Context = 'M' | 'E' | 'H' | 'S' | 'L' | 'I' | 'N' | 'U';

/** What is known of a directive. */
export interface DirectiveRule {
  contexts: readonly string[];
  least: number;
  most: number;
  flag: boolean;
  block: boolean;
  /** At most one in its place. */
  single: boolean;
}

// One line for directives of one shape: contexts, arguments (`flag` is on or off, `{}` opens a block, `*` may be repeated), names.
const table = `
M 0 {} events http
H 0 {} server
S 1-2 {}* location
L 1-2 {}* location
H 1 {}* upstream split_clients
H 2 {}* map
H 1-2 {}* geo
H 0 {} types
S 0 {} types
L 0 {} types
N 1+ {}* if
S 1+ {}* if
L 1+ {}* if
L 1+ {} limit_except
M flag daemon master_process pcre_jit
M 1 worker_processes pid lock_file timer_resolution worker_priority worker_rlimit_nofile worker_shutdown_timeout working_directory
M 1-2 user
M 1* load_module env
MHSL 1-2* error_log
E 1 worker_connections use worker_aio_requests accept_mutex_delay
E flag multi_accept accept_mutex
HS 1 client_header_buffer_size client_header_timeout
HS 2 large_client_header_buffers
HS flag ignore_invalid_headers merge_slashes underscores_in_headers
S 1+* listen server_name
HSLI 1 root
L 1 alias
HSL 1+* index
HSL 1 default_type client_max_body_size client_body_timeout client_body_buffer_size send_timeout lingering_close keepalive_requests keepalive_time types_hash_max_size types_hash_bucket_size resolver_timeout sendfile_max_chunk satisfy server_tokens
HSL 1-2 keepalive_timeout
HSLI 1-2 keepalive_disable
HSL 1+ resolver
HS 1 server_names_hash_max_size server_names_hash_bucket_size
HSLI flag sendfile
HSL flag tcp_nopush tcp_nodelay etag chunked_transfer_encoding absolute_redirect port_in_redirect server_name_in_redirect log_not_found log_subrequest recursive_error_pages reset_timedout_connection msie_padding
HSLI 2+* error_page
HSLI 1+* access_log
H 2+* log_format
HSL flag autoindex autoindex_exact_size autoindex_localtime
HSL 1 autoindex_format charset
HSLI 2-3* add_header add_trailer
HSLI 1-2 expires
HSLI 1-2* return
HSLI 2-3* rewrite
HSLI 2* set
HSLI 0 break
HSLI flag rewrite_log
SL 2+ try_files
L 0 internal
HSL 1* allow deny
HSL 1 auth_basic auth_basic_user_file auth_request if_modified_since
LI 1 proxy_pass
HSL 2* proxy_set_header
HSL 1 proxy_http_version proxy_connect_timeout proxy_read_timeout proxy_send_timeout proxy_buffer_size proxy_busy_buffers_size proxy_cache proxy_method proxy_set_body proxy_max_temp_file_size
HSL 2 proxy_buffers
HSL 1+* proxy_cache_valid proxy_cache_bypass proxy_no_cache proxy_hide_header proxy_pass_header proxy_ignore_headers proxy_next_upstream
HSL 1-3* proxy_redirect proxy_cookie_path proxy_cookie_domain
H 2+* proxy_cache_path
HSL flag proxy_buffering proxy_request_buffering proxy_intercept_errors proxy_pass_request_headers proxy_pass_request_body proxy_ssl_server_name proxy_ssl_verify
U 1+* server
U 0 ip_hash
U 0-1 least_conn
U 1-2 hash random
U 1 keepalive keepalive_timeout keepalive_requests
U 1-2 zone
HSLI flag gzip gzip_vary gzip_static
HSL 1 gzip_comp_level gzip_min_length gzip_http_version
HSL 1+ gzip_types gzip_proxied gzip_disable
HSL 2 gzip_buffers
H 2+* limit_req_zone limit_conn_zone
HSL 1-3* limit_req
HSL 2* limit_conn
HSL 1* set_real_ip_from
HSL 1 real_ip_header
HSL flag real_ip_recursive
SL 0-1 stub_status
HS 1 ssl_session_timeout ssl_ciphers ssl_dhparam ssl_certificate ssl_certificate_key ssl_client_certificate ssl_verify_client
HS 1+ ssl_protocols ssl_session_cache
HS flag ssl_prefer_server_ciphers ssl_session_tickets ssl_stapling http2
HS 1 http2_max_concurrent_streams
HS flag http2
`;

const rules = new Map<string, DirectiveRule[]>();
for (const line of table.trim().split('\n')) {
  const [contexts = '', shape = '', ...names] = line.split(' ');
  const block = names[0]?.startsWith('{}') === true;
  const mark = block ? names.shift() ?? '' : shape;
  const [, least = '1', range, more] = /^(\d+)(-\d+)?(\+)?/.exec(shape) ?? [];
  for (const name of names) {
    const list = rules.get(name) ?? [];
    list.push({ contexts: contexts.split(''), least: Number(least), most: more ? Infinity : range === undefined ? Number(least) : -Number(range), flag: shape === 'flag', block, single: !mark.endsWith('*') });
    rules.set(name, list);
  }
}

/** The rules of a directive of that name; undefined for a name that nginx (as far as it is here) does not know. */
export function rulesOf(name: string): readonly DirectiveRule[] | undefined {
  return rules.get(name);
}

/** The context that the block of a directive opens. */
export function contextOf(name: string, within: Context): Context | 'words' {
  switch (name) {
    case 'events': return 'E';
    case 'http': return 'H';
    case 'server': return 'S';
    case 'upstream': return 'U';
    case 'if': return within === 'S' ? 'N' : 'I';
    case 'location': case 'limit_except': return 'L';
    default: return 'words';
  }
}

export type { Context };
