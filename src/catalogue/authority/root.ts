// Made by scripts/internet-authority.sh.

/** The root certificates (PEM) of the simulated internet's authority, by name: what stands in the trust stores of hosts and images. The second has signed nothing yet. */
export const internetRoots: Readonly<Record<string, string>> = {
  Drydock_Internet_Root_CA: `-----BEGIN CERTIFICATE-----
MIIBzzCCAXWgAwIBAgIUaotAlWwp1VxCxgbUSUAB3BjALkIwCgYIKoZIzj0EAwIw
NTEQMA4GA1UECgwHRHJ5ZG9jazEhMB8GA1UEAwwYRHJ5ZG9jayBJbnRlcm5ldCBS
b290IENBMB4XDTIwMDEwMTAwMDAwMFoXDTQ5MTIzMTIzNTk1OVowNTEQMA4GA1UE
CgwHRHJ5ZG9jazEhMB8GA1UEAwwYRHJ5ZG9jayBJbnRlcm5ldCBSb290IENBMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDmdkq4qusXFog1IQTaSXLogugmF/fShM
RO9KanPDV8OvLfIh4bw9l0Yh/RM3kGH4c085LntgerigAwqyYgkHfqNjMGEwHQYD
VR0OBBYEFOQPrFBzdJWnHLvFzp99Pn1d+TC3MB8GA1UdIwQYMBaAFOQPrFBzdJWn
HLvFzp99Pn1d+TC3MA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgEGMAoG
CCqGSM49BAMCA0gAMEUCIQCTMe1dTDSFMKlLK2dpAB7ogHhoLmnhzxn1FP+7xRJW
XwIgejNVctEm71b4p2jLgeyjIpsGOIcsjfBpg9+0L+KH2Qo=
-----END CERTIFICATE-----
`,
  Drydock_Internet_Root_CA_2: `-----BEGIN CERTIFICATE-----
MIIB0jCCAXmgAwIBAgIUSu9wjAY1bLMky5bJngwlALTrFNkwCgYIKoZIzj0EAwIw
NzEQMA4GA1UECgwHRHJ5ZG9jazEjMCEGA1UEAwwaRHJ5ZG9jayBJbnRlcm5ldCBS
b290IENBIDIwHhcNMjAwMTAxMDAwMDAwWhcNNDkxMjMxMjM1OTU5WjA3MRAwDgYD
VQQKDAdEcnlkb2NrMSMwIQYDVQQDDBpEcnlkb2NrIEludGVybmV0IFJvb3QgQ0Eg
MjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLf/hCCHVJFfqAu4I+Qt2FVV1g4K
XpjywjeW4fi8J+0dVLmWn2hRU8JOvEPmeFSWhE2c9rroooTUPZfyYd5l/KCjYzBh
MB0GA1UdDgQWBBRCM5/mVk7FWDoMR6Thpqrlpwe5TzAfBgNVHSMEGDAWgBRCM5/m
Vk7FWDoMR6Thpqrlpwe5TzAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwIB
BjAKBggqhkjOPQQDAgNHADBEAiA44HtIhnUc5XXqusW2m2QK5V2sTcZqMqgxoX9J
jJ8AvgIgVIx5IgbmhdqXF5wAuyNiKPBlaY8STmVCBkfLLw/GXb4=
-----END CERTIFICATE-----
`,
};

/** All of them, as a bundle. */
export const internetRoot = Object.values(internetRoots).join('');
