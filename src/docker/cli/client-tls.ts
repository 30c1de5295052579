/** How the client speaks TLS: --tls, --tlsverify and their files. */
export interface ClientTls {
  verify: boolean;
  authority: string;
  certificate: string;
  key: string;
}
