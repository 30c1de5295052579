/** Keywords of ssh_config(5). */
const keywords = new Set('addkeystoagent addressfamily afstokenpassing batchmode bindinterface canonicaldomains canonicalizePermittedcnames canonicalizefallbacklocal canonicalizehostname canonicalizemaxdots casignaturealgorithms certificatefile challengeresponseauthentication channeltimeout checkhostip chrootdirectory cipher ciphers clearallforwardings compression compressionlevel connectionattempts connecttimeout controlmaster controlpath controlpersist dynamicforward enableescapecommandline enablesshkeysign escapechar exitonforwardfailure fallbacktorsh fingerprinthash forkafterauthentication forwardagent forwardx11 forwardx11timeout forwardx11trusted gatewayports globalknownhostsfile gssapiauthentication gssapidelegatecredentials gssapikexalgorithms gssapikeyexchange gssapirenewalforcesrekey gssapitrustdns hashknownhosts host hostbasedacceptedalgorithms hostbasedauthentication hostbasedkeytypes hostkeyalgorithms hostkeyalias hostname identitiesonly identityagent identityfile ignoreunknown include ipqos kbdinteractiveauthentication kbdinteractivedevices kerberosauthentication kexalgorithms knownhostscommand localcommand localforward loglevel logverbose macs match nohostauthenticationforlocalhost numberofpasswordprompts obscurekeystroketiming passwordauthentication permitlocalcommand permitremoteopen pkcs11provider port preferredauthentications protocol proxycommand proxyjump proxyusefdpass pubkeyacceptedalgorithms pubkeyacceptedkeytypes pubkeyauthentication refuseconnection rekeylimit remotecommand remoteforward requesttty requiredrsasize revokedhostkeys rhostsrsaauthentication rsaauthentication securitykeyprovider sendenv serveralivecountmax serveraliveinterval sessiontype setenv smartcarddevice stdinnull streamlocalbindmask streamlocalbindunlink stricthostkeychecking syslogfacility tag tcpkeepalive tunnel tunneldevice updatehostkeys useprivilegedport user userknownhostsfile usersh verifyhostkeydns versionaddendum visualhostkey xauthlocation'.split(' '));

const yesOrNo = new Set('batchmode checkhostip clearallforwardings compression enableescapecommandline enablesshkeysign exitonforwardfailure forkafterauthentication forwardx11 forwardx11trusted gatewayports gssapiauthentication hashknownhosts hostbasedauthentication identitiesonly kbdinteractiveauthentication nohostauthenticationforlocalhost passwordauthentication permitlocalcommand proxyusefdpass stdinnull streamlocalbindunlink tcpkeepalive visualhostkey'.split(' '));

/** What is wrong with an option of -o, in OpenSSH's words; undefined when nothing is. */
export function optionProblem(option: string): string | undefined {
  const [, name = '', value = ''] = /^\s*(\w*)\s*(?:=\s*|\s+|$)(.*)$/s.exec(option) ?? [];
  const keyword = name.toLowerCase();
  if (value.trim() === '') return `command-line line 0: no argument after keyword "${keyword}"`;
  if (!keywords.has(keyword)) return `command-line: line 0: Bad configuration option: ${keyword}`;
  if (yesOrNo.has(keyword) && !/^(?:yes|no|true|false)$/.test(value)) return `command-line line 0: unsupported option "${value}".`;
  if (keyword === 'stricthostkeychecking' && !/^(?:yes|no|true|false|ask|off|accept-new)$/.test(value)) return `command-line line 0: unsupported option "${value}".`;
  if (keyword === 'port' && !isPort(value)) return `command-line line 0: Bad port '${value}'.`;
  if (/^(?:connecttimeout|serveraliveinterval)$/.test(keyword) && !/^(?:none|(?:\d+[smhdw]?)+)$/i.test(value)) return 'command-line line 0: invalid time value.';
  return undefined;
}

/** Whether a word is the number of a port. */
export function isPort(word: string): boolean {
  return /^\d+$/.test(word) && Number(word) > 0 && Number(word) < 65_536;
}
