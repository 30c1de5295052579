/** Object identifiers with OpenSSL's short and long names: `SHORT=LONG=OID`, or `NAME=OID` where both are the same. */
export const objectsData = `
pkcs=RSA Data Security, Inc. PKCS=1.2.840.113549.1; MD2=md2=1.2.840.113549.2.2; MD5=md5=1.2.840.113549.2.5; RC4=rc4=1.2.840.113549.3.4; rsaEncryption=1.2.840.113549.1.1.1
RSA-MD2=md2WithRSAEncryption=1.2.840.113549.1.1.2; RSA-MD5=md5WithRSAEncryption=1.2.840.113549.1.1.4; PBE-MD2-DES=pbeWithMD2AndDES-CBC=1.2.840.113549.1.5.1
PBE-MD5-DES=pbeWithMD5AndDES-CBC=1.2.840.113549.1.5.3; CN=commonName=2.5.4.3; C=countryName=2.5.4.6; L=localityName=2.5.4.7; ST=stateOrProvinceName=2.5.4.8
O=organizationName=2.5.4.10; OU=organizationalUnitName=2.5.4.11; pkcs7=1.2.840.113549.1.7; pkcs7-data=1.2.840.113549.1.7.1; pkcs7-signedData=1.2.840.113549.1.7.2
pkcs7-envelopedData=1.2.840.113549.1.7.3; pkcs7-signedAndEnvelopedData=1.2.840.113549.1.7.4; pkcs7-digestData=1.2.840.113549.1.7.5; pkcs7-encryptedData=1.2.840.113549.1.7.6
pkcs3=1.2.840.113549.1.3; dhKeyAgreement=1.2.840.113549.1.3.1; DES-ECB=des-ecb=1.3.14.3.2.6; DES-CFB=des-cfb=1.3.14.3.2.9; DES-CBC=des-cbc=1.3.14.3.2.7
DES-EDE=des-ede=1.3.14.3.2.17; RC2-CBC=rc2-cbc=1.2.840.113549.3.2; SHA=sha=1.3.14.3.2.18; RSA-SHA=shaWithRSAEncryption=1.3.14.3.2.15
DES-EDE3-CBC=des-ede3-cbc=1.2.840.113549.3.7; DES-OFB=des-ofb=1.3.14.3.2.8; pkcs9=1.2.840.113549.1.9; emailAddress=1.2.840.113549.1.9.1
unstructuredName=1.2.840.113549.1.9.2; contentType=1.2.840.113549.1.9.3; messageDigest=1.2.840.113549.1.9.4; signingTime=1.2.840.113549.1.9.5
countersignature=1.2.840.113549.1.9.6; challengePassword=1.2.840.113549.1.9.7; unstructuredAddress=1.2.840.113549.1.9.8; extendedCertificateAttributes=1.2.840.113549.1.9.9
Netscape=Netscape Communications Corp.=2.16.840.1.113730; nsCertExt=Netscape Certificate Extension=2.16.840.1.113730.1; nsDataType=Netscape Data Type=2.16.840.1.113730.2
SHA1=sha1=1.3.14.3.2.26; RSA-SHA1=sha1WithRSAEncryption=1.2.840.113549.1.1.5; DSA-SHA=dsaWithSHA=1.3.14.3.2.13; DSA-old=dsaEncryption-old=1.3.14.3.2.12
PBE-SHA1-RC2-64=pbeWithSHA1AndRC2-CBC=1.2.840.113549.1.5.11; PBKDF2=1.2.840.113549.1.5.12; DSA-SHA1-old=dsaWithSHA1-old=1.3.14.3.2.27
nsCertType=Netscape Cert Type=2.16.840.1.113730.1.1; nsBaseUrl=Netscape Base Url=2.16.840.1.113730.1.2; nsRevocationUrl=Netscape Revocation Url=2.16.840.1.113730.1.3
nsCaRevocationUrl=Netscape CA Revocation Url=2.16.840.1.113730.1.4; nsRenewalUrl=Netscape Renewal Url=2.16.840.1.113730.1.7
nsCaPolicyUrl=Netscape CA Policy Url=2.16.840.1.113730.1.8; nsSslServerName=Netscape SSL Server Name=2.16.840.1.113730.1.12
nsComment=Netscape Comment=2.16.840.1.113730.1.13; nsCertSequence=Netscape Certificate Sequence=2.16.840.1.113730.2.5
subjectKeyIdentifier=X509v3 Subject Key Identifier=2.5.29.14; keyUsage=X509v3 Key Usage=2.5.29.15; privateKeyUsagePeriod=X509v3 Private Key Usage Period=2.5.29.16
subjectAltName=X509v3 Subject Alternative Name=2.5.29.17; issuerAltName=X509v3 Issuer Alternative Name=2.5.29.18; basicConstraints=X509v3 Basic Constraints=2.5.29.19
crlNumber=X509v3 CRL Number=2.5.29.20; certificatePolicies=X509v3 Certificate Policies=2.5.29.32; authorityKeyIdentifier=X509v3 Authority Key Identifier=2.5.29.35
GN=givenName=2.5.4.42; SN=surname=2.5.4.4; initials=2.5.4.43; uid=uniqueIdentifier=0.9.2342.19200300.100.1.44
crlDistributionPoints=X509v3 CRL Distribution Points=2.5.29.31; RSA-NP-MD5=md5WithRSA=1.3.14.3.2.3; serialNumber=2.5.4.5; title=2.5.4.12; description=2.5.4.13
RSA-SHA1-2=sha1WithRSA=1.3.14.3.2.29; RIPEMD160=ripemd160=1.3.36.3.2.1; RSA-RIPEMD160=ripemd160WithRSA=1.3.36.3.3.1.2; RC5-CBC=rc5-cbc=1.2.840.113549.3.8
extendedKeyUsage=X509v3 Extended Key Usage=2.5.29.37; serverAuth=TLS Web Server Authentication=1.3.6.1.5.5.7.3.1; clientAuth=TLS Web Client Authentication=1.3.6.1.5.5.7.3.2
codeSigning=Code Signing=1.3.6.1.5.5.7.3.3; emailProtection=E-mail Protection=1.3.6.1.5.5.7.3.4; timeStamping=Time Stamping=1.3.6.1.5.5.7.3.8
msCodeInd=Microsoft Individual Code Signing=1.3.6.1.4.1.311.2.1.21; msCodeCom=Microsoft Commercial Code Signing=1.3.6.1.4.1.311.2.1.22
msCTLSign=Microsoft Trust List Signing=1.3.6.1.4.1.311.10.3.1; msSGC=Microsoft Server Gated Crypto=1.3.6.1.4.1.311.10.3.3
msEFS=Microsoft Encrypted File System=1.3.6.1.4.1.311.10.3.4; nsSGC=Netscape Server Gated Crypto=2.16.840.1.113730.4.1; deltaCRL=X509v3 Delta CRL Indicator=2.5.29.27
CRLReason=X509v3 CRL Reason Code=2.5.29.21; invalidityDate=Invalidity Date=2.5.29.24; SXNetID=Strong Extranet ID=1.3.101.1.4.1
PBE-SHA1-RC4-128=pbeWithSHA1And128BitRC4=1.2.840.113549.1.12.1.1; PBE-SHA1-RC4-40=pbeWithSHA1And40BitRC4=1.2.840.113549.1.12.1.2
PBE-SHA1-3DES=pbeWithSHA1And3-KeyTripleDES-CBC=1.2.840.113549.1.12.1.3; PBE-SHA1-2DES=pbeWithSHA1And2-KeyTripleDES-CBC=1.2.840.113549.1.12.1.4
PBE-SHA1-RC2-128=pbeWithSHA1And128BitRC2-CBC=1.2.840.113549.1.12.1.5; PBE-SHA1-RC2-40=pbeWithSHA1And40BitRC2-CBC=1.2.840.113549.1.12.1.6; keyBag=1.2.840.113549.1.12.10.1.1
pkcs8ShroudedKeyBag=1.2.840.113549.1.12.10.1.2; certBag=1.2.840.113549.1.12.10.1.3; crlBag=1.2.840.113549.1.12.10.1.4; secretBag=1.2.840.113549.1.12.10.1.5
safeContentsBag=1.2.840.113549.1.12.10.1.6; friendlyName=1.2.840.113549.1.9.20; localKeyID=1.2.840.113549.1.9.21; x509Certificate=1.2.840.113549.1.9.22.1
sdsiCertificate=1.2.840.113549.1.9.22.2; x509Crl=1.2.840.113549.1.9.23.1; PBES2=1.2.840.113549.1.5.13; PBMAC1=1.2.840.113549.1.5.14; hmacWithSHA1=1.2.840.113549.2.7
id-qt-cps=Policy Qualifier CPS=1.3.6.1.5.5.7.2.1; id-qt-unotice=Policy Qualifier User Notice=1.3.6.1.5.5.7.2.2; SMIME-CAPS=S/MIME Capabilities=1.2.840.113549.1.9.15
PBE-MD2-RC2-64=pbeWithMD2AndRC2-CBC=1.2.840.113549.1.5.4; PBE-MD5-RC2-64=pbeWithMD5AndRC2-CBC=1.2.840.113549.1.5.6; PBE-SHA1-DES=pbeWithSHA1AndDES-CBC=1.2.840.113549.1.5.10
msExtReq=Microsoft Extension Request=1.3.6.1.4.1.311.2.1.14; extReq=Extension Request=1.2.840.113549.1.9.14; name=2.5.4.41; dnQualifier=2.5.4.46
authorityInfoAccess=Authority Information Access=1.3.6.1.5.5.7.1.1; OCSP=1.3.6.1.5.5.7.48.1; caIssuers=CA Issuers=1.3.6.1.5.5.7.48.2
OCSPSigning=OCSP Signing=1.3.6.1.5.5.7.3.9; pkcs1=1.2.840.113549.1.1; pkcs5=1.2.840.113549.1.5; SMIME=S/MIME=1.2.840.113549.1.9.16; MD4=md4=1.2.840.113549.2.4
biometricInfo=Biometric Info=1.3.6.1.5.5.7.1.2; qcStatements=1.3.6.1.5.5.7.1.3; ac-auditIdentity=X509v3 Audit Identity=1.3.6.1.5.5.7.1.4; ac-targeting=1.3.6.1.5.5.7.1.5
aaControls=1.3.6.1.5.5.7.1.6; sbgp-ipAddrBlock=1.3.6.1.5.5.7.1.7; sbgp-autonomousSysNum=1.3.6.1.5.5.7.1.8; sbgp-routerIdentifier=1.3.6.1.5.5.7.1.9
textNotice=1.3.6.1.5.5.7.2.3; ipsecEndSystem=IPSec End System=1.3.6.1.5.5.7.3.5; ipsecTunnel=IPSec Tunnel=1.3.6.1.5.5.7.3.6; ipsecUser=IPSec User=1.3.6.1.5.5.7.3.7
DVCS=dvcs=1.3.6.1.5.5.7.3.10; ad_timestamping=AD Time Stamping=1.3.6.1.5.5.7.48.3; AD_DVCS=ad dvcs=1.3.6.1.5.5.7.48.4
basicOCSPResponse=Basic OCSP Response=1.3.6.1.5.5.7.48.1.1; Nonce=OCSP Nonce=1.3.6.1.5.5.7.48.1.2; CrlID=OCSP CRL ID=1.3.6.1.5.5.7.48.1.3
acceptableResponses=Acceptable OCSP Responses=1.3.6.1.5.5.7.48.1.4; noCheck=OCSP No Check=1.3.6.1.5.5.7.48.1.5; archiveCutoff=OCSP Archive Cutoff=1.3.6.1.5.5.7.48.1.6
serviceLocator=OCSP Service Locator=1.3.6.1.5.5.7.48.1.7; extendedStatus=Extended OCSP Status=1.3.6.1.5.5.7.48.1.8; valid=1.3.6.1.5.5.7.48.1.9; path=1.3.6.1.5.5.7.48.1.10
trustRoot=Trust Root=1.3.6.1.5.5.7.48.1.11; algorithm=1.3.14.3.2; rsaSignature=1.3.14.3.2.11; DC=domainComponent=0.9.2342.19200300.100.1.25
domain=Domain=0.9.2342.19200300.100.4.13; RSA-MD4=md4WithRSAEncryption=1.2.840.113549.1.1.3; ac-proxying=1.3.6.1.5.5.7.1.10
subjectInfoAccess=Subject Information Access=1.3.6.1.5.5.7.1.11; role=2.5.4.72; policyConstraints=X509v3 Policy Constraints=2.5.29.36
targetInformation=X509v3 AC Targeting=2.5.29.55; noRevAvail=X509v3 No Revocation Available=2.5.29.56; ansi-X9-62=ANSI X9.62=1.2.840.10045; prime-field=1.2.840.10045.1.1
characteristic-two-field=1.2.840.10045.1.2; id-ecPublicKey=1.2.840.10045.2.1; prime192v1=1.2.840.10045.3.1.1; prime192v2=1.2.840.10045.3.1.2; prime192v3=1.2.840.10045.3.1.3
prime239v1=1.2.840.10045.3.1.4; prime239v2=1.2.840.10045.3.1.5; prime239v3=1.2.840.10045.3.1.6; prime256v1=1.2.840.10045.3.1.7; ecdsa-with-SHA1=1.2.840.10045.4.1
CSPName=Microsoft CSP Name=1.3.6.1.4.1.311.17.1; AES-128-ECB=aes-128-ecb=2.16.840.1.101.3.4.1.1; AES-128-CBC=aes-128-cbc=2.16.840.1.101.3.4.1.2
AES-128-OFB=aes-128-ofb=2.16.840.1.101.3.4.1.3; AES-128-CFB=aes-128-cfb=2.16.840.1.101.3.4.1.4; AES-192-ECB=aes-192-ecb=2.16.840.1.101.3.4.1.21
AES-192-CBC=aes-192-cbc=2.16.840.1.101.3.4.1.22; AES-192-OFB=aes-192-ofb=2.16.840.1.101.3.4.1.23; AES-192-CFB=aes-192-cfb=2.16.840.1.101.3.4.1.24
AES-256-ECB=aes-256-ecb=2.16.840.1.101.3.4.1.41; AES-256-CBC=aes-256-cbc=2.16.840.1.101.3.4.1.42; AES-256-OFB=aes-256-ofb=2.16.840.1.101.3.4.1.43
AES-256-CFB=aes-256-cfb=2.16.840.1.101.3.4.1.44; holdInstructionCode=Hold Instruction Code=2.5.29.23; pss=0.9.2342; ucl=0.9.2342.19200300; pilot=0.9.2342.19200300.100
pilotAttributeType=0.9.2342.19200300.100.1; pilotAttributeSyntax=0.9.2342.19200300.100.3; pilotObjectClass=0.9.2342.19200300.100.4; pilotGroups=0.9.2342.19200300.100.10
iA5StringSyntax=0.9.2342.19200300.100.3.4; caseIgnoreIA5StringSyntax=0.9.2342.19200300.100.3.5; pilotObject=0.9.2342.19200300.100.4.3; pilotPerson=0.9.2342.19200300.100.4.4
account=0.9.2342.19200300.100.4.5; document=0.9.2342.19200300.100.4.6; room=0.9.2342.19200300.100.4.7; documentSeries=0.9.2342.19200300.100.4.9
rFC822localPart=0.9.2342.19200300.100.4.14; dNSDomain=0.9.2342.19200300.100.4.15; domainRelatedObject=0.9.2342.19200300.100.4.17; friendlyCountry=0.9.2342.19200300.100.4.18
simpleSecurityObject=0.9.2342.19200300.100.4.19; pilotOrganization=0.9.2342.19200300.100.4.20; pilotDSA=0.9.2342.19200300.100.4.21
qualityLabelledData=0.9.2342.19200300.100.4.22; UID=userId=0.9.2342.19200300.100.1.1; textEncodedORAddress=0.9.2342.19200300.100.1.2
mail=rfc822Mailbox=0.9.2342.19200300.100.1.3; info=0.9.2342.19200300.100.1.4; favouriteDrink=0.9.2342.19200300.100.1.5; roomNumber=0.9.2342.19200300.100.1.6
photo=0.9.2342.19200300.100.1.7; userClass=0.9.2342.19200300.100.1.8; host=0.9.2342.19200300.100.1.9; manager=0.9.2342.19200300.100.1.10
documentIdentifier=0.9.2342.19200300.100.1.11; documentTitle=0.9.2342.19200300.100.1.12; documentVersion=0.9.2342.19200300.100.1.13
documentAuthor=0.9.2342.19200300.100.1.14; documentLocation=0.9.2342.19200300.100.1.15; homeTelephoneNumber=0.9.2342.19200300.100.1.20; secretary=0.9.2342.19200300.100.1.21
otherMailbox=0.9.2342.19200300.100.1.22; lastModifiedTime=0.9.2342.19200300.100.1.23; lastModifiedBy=0.9.2342.19200300.100.1.24; aRecord=0.9.2342.19200300.100.1.26
pilotAttributeType27=0.9.2342.19200300.100.1.27; mXRecord=0.9.2342.19200300.100.1.28; nSRecord=0.9.2342.19200300.100.1.29; sOARecord=0.9.2342.19200300.100.1.30
cNAMERecord=0.9.2342.19200300.100.1.31; associatedDomain=0.9.2342.19200300.100.1.37; associatedName=0.9.2342.19200300.100.1.38; homePostalAddress=0.9.2342.19200300.100.1.39
personalTitle=0.9.2342.19200300.100.1.40; mobileTelephoneNumber=0.9.2342.19200300.100.1.41; pagerTelephoneNumber=0.9.2342.19200300.100.1.42
friendlyCountryName=0.9.2342.19200300.100.1.43; organizationalStatus=0.9.2342.19200300.100.1.45; janetMailbox=0.9.2342.19200300.100.1.46
mailPreferenceOption=0.9.2342.19200300.100.1.47; buildingName=0.9.2342.19200300.100.1.48; dSAQuality=0.9.2342.19200300.100.1.49
singleLevelQuality=0.9.2342.19200300.100.1.50; subtreeMinimumQuality=0.9.2342.19200300.100.1.51; subtreeMaximumQuality=0.9.2342.19200300.100.1.52
personalSignature=0.9.2342.19200300.100.1.53; dITRedirect=0.9.2342.19200300.100.1.54; audio=0.9.2342.19200300.100.1.55; documentPublisher=0.9.2342.19200300.100.1.56
x500UniqueIdentifier=2.5.4.45; generationQualifier=2.5.4.44; pseudonym=2.5.4.65; DES-CDMF=des-cdmf=1.2.840.113549.3.10; rsaOAEPEncryptionSET=1.2.840.113549.1.1.6
msSmartcardLogin=Microsoft Smartcard Login=1.3.6.1.4.1.311.20.2.2; msUPN=Microsoft User Principal Name=1.3.6.1.4.1.311.20.2.3; street=streetAddress=2.5.4.9
postalCode=2.5.4.17; proxyCertInfo=Proxy Certificate Information=1.3.6.1.5.5.7.1.14; nameConstraints=X509v3 Name Constraints=2.5.29.30
RSA-SHA256=sha256WithRSAEncryption=1.2.840.113549.1.1.11; RSA-SHA384=sha384WithRSAEncryption=1.2.840.113549.1.1.12; RSA-SHA512=sha512WithRSAEncryption=1.2.840.113549.1.1.13
RSA-SHA224=sha224WithRSAEncryption=1.2.840.113549.1.1.14; SHA256=sha256=2.16.840.1.101.3.4.2.1; SHA384=sha384=2.16.840.1.101.3.4.2.2; SHA512=sha512=2.16.840.1.101.3.4.2.3
SHA224=sha224=2.16.840.1.101.3.4.2.4; id-characteristic-two-basis=1.2.840.10045.1.2.3; onBasis=1.2.840.10045.1.2.3.1; tpBasis=1.2.840.10045.1.2.3.2
ppBasis=1.2.840.10045.1.2.3.3; secp224r1=1.3.132.0.33; secp256k1=1.3.132.0.10; secp384r1=1.3.132.0.34; secp521r1=1.3.132.0.35; anyPolicy=X509v3 Any Policy=2.5.29.32.0
policyMappings=X509v3 Policy Mappings=2.5.29.33; inhibitAnyPolicy=X509v3 Inhibit Any Policy=2.5.29.54
subjectDirectoryAttributes=X509v3 Subject Directory Attributes=2.5.29.9; issuingDistributionPoint=X509v3 Issuing Distribution Point=2.5.29.28
certificateIssuer=X509v3 Certificate Issuer=2.5.29.29; caRepository=CA Repository=1.3.6.1.5.5.7.48.5; id-aes128-wrap=2.16.840.1.101.3.4.1.5
id-aes192-wrap=2.16.840.1.101.3.4.1.25; id-aes256-wrap=2.16.840.1.101.3.4.1.45; ecdsa-with-Recommended=1.2.840.10045.4.2; ecdsa-with-Specified=1.2.840.10045.4.3
ecdsa-with-SHA224=1.2.840.10045.4.3.1; ecdsa-with-SHA256=1.2.840.10045.4.3.2; ecdsa-with-SHA384=1.2.840.10045.4.3.3; ecdsa-with-SHA512=1.2.840.10045.4.3.4
hmacWithMD5=1.2.840.113549.2.6; hmacWithSHA224=1.2.840.113549.2.8; hmacWithSHA256=1.2.840.113549.2.9; hmacWithSHA384=1.2.840.113549.2.10; hmacWithSHA512=1.2.840.113549.2.11
dsa_with_SHA224=2.16.840.1.101.3.4.3.1; dsa_with_SHA256=2.16.840.1.101.3.4.3.2; LocalKeySet=Microsoft Local Key set=1.3.6.1.4.1.311.17.2
freshestCRL=X509v3 Freshest CRL=2.5.29.46; searchGuide=2.5.4.14; businessCategory=2.5.4.15; postalAddress=2.5.4.16; postOfficeBox=2.5.4.18
physicalDeliveryOfficeName=2.5.4.19; telephoneNumber=2.5.4.20; telexNumber=2.5.4.21; teletexTerminalIdentifier=2.5.4.22; facsimileTelephoneNumber=2.5.4.23
x121Address=2.5.4.24; internationaliSDNNumber=2.5.4.25; registeredAddress=2.5.4.26; destinationIndicator=2.5.4.27; preferredDeliveryMethod=2.5.4.28
presentationAddress=2.5.4.29; supportedApplicationContext=2.5.4.30; member=2.5.4.31; owner=2.5.4.32; roleOccupant=2.5.4.33; seeAlso=2.5.4.34; userPassword=2.5.4.35
userCertificate=2.5.4.36; cACertificate=2.5.4.37; authorityRevocationList=2.5.4.38; certificateRevocationList=2.5.4.39; crossCertificatePair=2.5.4.40
enhancedSearchGuide=2.5.4.47; protocolInformation=2.5.4.48; distinguishedName=2.5.4.49; uniqueMember=2.5.4.50; houseIdentifier=2.5.4.51; supportedAlgorithms=2.5.4.52
deltaRevocationList=2.5.4.53; dmdName=2.5.4.54; id-aes128-GCM=aes-128-gcm=2.16.840.1.101.3.4.1.6; id-aes128-CCM=aes-128-ccm=2.16.840.1.101.3.4.1.7
id-aes128-wrap-pad=2.16.840.1.101.3.4.1.8; id-aes192-GCM=aes-192-gcm=2.16.840.1.101.3.4.1.26; id-aes192-CCM=aes-192-ccm=2.16.840.1.101.3.4.1.27
id-aes192-wrap-pad=2.16.840.1.101.3.4.1.28; id-aes256-GCM=aes-256-gcm=2.16.840.1.101.3.4.1.46; id-aes256-CCM=aes-256-ccm=2.16.840.1.101.3.4.1.47
id-aes256-wrap-pad=2.16.840.1.101.3.4.1.48; anyExtendedKeyUsage=Any Extended Key Usage=2.5.29.37.0; MGF1=mgf1=1.2.840.113549.1.1.8
RSASSA-PSS=rsassaPss=1.2.840.113549.1.1.10; RSAES-OAEP=rsaesOaep=1.2.840.113549.1.1.7; brainpoolP160r1=1.3.36.3.3.2.8.1.1.1; brainpoolP160t1=1.3.36.3.3.2.8.1.1.2
brainpoolP192r1=1.3.36.3.3.2.8.1.1.3; brainpoolP192t1=1.3.36.3.3.2.8.1.1.4; brainpoolP224r1=1.3.36.3.3.2.8.1.1.5; brainpoolP224t1=1.3.36.3.3.2.8.1.1.6
brainpoolP256r1=1.3.36.3.3.2.8.1.1.7; brainpoolP256t1=1.3.36.3.3.2.8.1.1.8; brainpoolP320r1=1.3.36.3.3.2.8.1.1.9; brainpoolP320t1=1.3.36.3.3.2.8.1.1.10
brainpoolP384r1=1.3.36.3.3.2.8.1.1.11; brainpoolP384t1=1.3.36.3.3.2.8.1.1.12; brainpoolP512r1=1.3.36.3.3.2.8.1.1.13; brainpoolP512t1=1.3.36.3.3.2.8.1.1.14
PSPECIFIED=pSpecified=1.2.840.113549.1.1.9; jurisdictionL=jurisdictionLocalityName=1.3.6.1.4.1.311.60.2.1.1
jurisdictionST=jurisdictionStateOrProvinceName=1.3.6.1.4.1.311.60.2.1.2; jurisdictionC=jurisdictionCountryName=1.3.6.1.4.1.311.60.2.1.3
tlsfeature=TLS Feature=1.3.6.1.5.5.7.1.24; ipsecIKE=ipsec Internet Key Exchange=1.3.6.1.5.5.7.3.17; capwapAC=Ctrl/provision WAP Access=1.3.6.1.5.5.7.3.18
capwapWTP=Ctrl/Provision WAP Termination=1.3.6.1.5.5.7.3.19; secureShellClient=SSH Client=1.3.6.1.5.5.7.3.21; secureShellServer=SSH Server=1.3.6.1.5.5.7.3.22
sendRouter=Send Router=1.3.6.1.5.5.7.3.23; sendProxiedRouter=Send Proxied Router=1.3.6.1.5.5.7.3.24; sendOwner=Send Owner=1.3.6.1.5.5.7.3.25
sendProxiedOwner=Send Proxied Owner=1.3.6.1.5.5.7.3.26; X25519=1.3.101.110; X448=1.3.101.111; ED25519=1.3.101.112; ED448=1.3.101.113; organizationIdentifier=2.5.4.97
c3=countryCode3c=2.5.4.98; n3=countryCode3n=2.5.4.99; dnsName=2.5.4.100; SHA512-224=sha512-224=2.16.840.1.101.3.4.2.5; SHA512-256=sha512-256=2.16.840.1.101.3.4.2.6
SHA3-224=sha3-224=2.16.840.1.101.3.4.2.7; SHA3-256=sha3-256=2.16.840.1.101.3.4.2.8; SHA3-384=sha3-384=2.16.840.1.101.3.4.2.9; SHA3-512=sha3-512=2.16.840.1.101.3.4.2.10
SHAKE128=shake128=2.16.840.1.101.3.4.2.11; SHAKE256=shake256=2.16.840.1.101.3.4.2.12; id-hmacWithSHA3-224=hmac-sha3-224=2.16.840.1.101.3.4.2.13
id-hmacWithSHA3-256=hmac-sha3-256=2.16.840.1.101.3.4.2.14; id-hmacWithSHA3-384=hmac-sha3-384=2.16.840.1.101.3.4.2.15
id-hmacWithSHA3-512=hmac-sha3-512=2.16.840.1.101.3.4.2.16; id-dsa-with-sha384=dsa_with_SHA384=2.16.840.1.101.3.4.3.3
id-dsa-with-sha512=dsa_with_SHA512=2.16.840.1.101.3.4.3.4; id-dsa-with-sha3-224=dsa_with_SHA3-224=2.16.840.1.101.3.4.3.5
id-dsa-with-sha3-256=dsa_with_SHA3-256=2.16.840.1.101.3.4.3.6; id-dsa-with-sha3-384=dsa_with_SHA3-384=2.16.840.1.101.3.4.3.7
id-dsa-with-sha3-512=dsa_with_SHA3-512=2.16.840.1.101.3.4.3.8; id-ecdsa-with-sha3-224=ecdsa_with_SHA3-224=2.16.840.1.101.3.4.3.9
id-ecdsa-with-sha3-256=ecdsa_with_SHA3-256=2.16.840.1.101.3.4.3.10; id-ecdsa-with-sha3-384=ecdsa_with_SHA3-384=2.16.840.1.101.3.4.3.11
id-ecdsa-with-sha3-512=ecdsa_with_SHA3-512=2.16.840.1.101.3.4.3.12; id-rsassa-pkcs1-v1_5-with-sha3-224=RSA-SHA3-224=2.16.840.1.101.3.4.3.13
id-rsassa-pkcs1-v1_5-with-sha3-256=RSA-SHA3-256=2.16.840.1.101.3.4.3.14; id-rsassa-pkcs1-v1_5-with-sha3-384=RSA-SHA3-384=2.16.840.1.101.3.4.3.15
id-rsassa-pkcs1-v1_5-with-sha3-512=RSA-SHA3-512=2.16.840.1.101.3.4.3.16; cmcCA=CMC Certificate Authority=1.3.6.1.5.5.7.3.27
cmcRA=CMC Registration Authority=1.3.6.1.5.5.7.3.28; RSA-SHA512/224=sha512-224WithRSAEncryption=1.2.840.113549.1.1.15
RSA-SHA512/256=sha512-256WithRSAEncryption=1.2.840.113549.1.1.16; hmacWithSHA512-224=1.2.840.113549.2.12; hmacWithSHA512-256=1.2.840.113549.2.13
KMAC128=kmac128=2.16.840.1.101.3.4.2.19; KMAC256=kmac256=2.16.840.1.101.3.4.2.20; cmcArchive=CMC Archive Server=1.3.6.1.5.5.7.3.29
id-kp-bgpsec-router=BGPsec Router=1.3.6.1.5.5.7.3.30; id-kp-BrandIndicatorforMessageIdentification=Brand Indicator for Message Identification=1.3.6.1.5.5.7.3.31
cmKGA=Certificate Management Key Generation Authority=1.3.6.1.5.5.7.3.32; sbgp-ipAddrBlockv2=1.3.6.1.5.5.7.1.28; sbgp-autonomousSysNumv2=1.3.6.1.5.5.7.1.29
rpkiManifest=RPKI Manifest=1.3.6.1.5.5.7.48.10; signedObject=Signed Object=1.3.6.1.5.5.7.48.11; rpkiNotify=RPKI Notify=1.3.6.1.5.5.7.48.13
id-aa-CMSAlgorithmProtection=1.2.840.113549.1.9.52; ms-ntds-obj-sid=Microsoft NTDS AD objectSid=1.3.6.1.4.1.311.25.2.1
ms-ntds-sec-ext=Microsoft NTDS CA Extension=1.3.6.1.4.1.311.25.2; ms-cert-templ=Microsoft certificate template=1.3.6.1.4.1.311.21.7
ms-app-policies=Microsoft Application Policies Extension=1.3.6.1.4.1.311.21.10; authorityAttributeIdentifier=X509v3 Authority Attribute Identifier=2.5.29.38
roleSpecCertIdentifier=X509v3 Role Specification Certificate Identifier=2.5.29.39; basicAttConstraints=X509v3 Basic Attribute Certificate Constraints=2.5.29.41
delegatedNameConstraints=X509v3 Delegated Name Constraints=2.5.29.42; timeSpecification=X509v3 Time Specification=2.5.29.43
attributeDescriptor=X509v3 Attribute Descriptor=2.5.29.48; userNotice=X509v3 User Notice=2.5.29.49; sOAIdentifier=X509v3 Source of Authority Identifier=2.5.29.50
acceptableCertPolicies=X509v3 Acceptable Certification Policies=2.5.29.52; acceptablePrivPolicies=X509v3 Acceptable Privilege Policies=2.5.29.57
indirectIssuer=X509v3 Indirect Issuer=2.5.29.61; noAssertion=X509v3 No Assertion=2.5.29.62
aAissuingDistributionPoint=X509v3 Attribute Authority Issuing Distribution Point=2.5.29.63; issuedOnBehalfOf=X509v3 Issued On Behalf Of=2.5.29.64
singleUse=X509v3 Single Use=2.5.29.65; groupAC=X509v3 Group Attribute Certificate=2.5.29.66; allowedAttributeAssignments=X509v3 Allowed Attribute Assignments=2.5.29.67
attributeMappings=X509v3 Attribute Mappings=2.5.29.68; holderNameConstraints=X509v3 Holder Name Constraints=2.5.29.69
authorizationValidation=X509v3 Authorization Validation=2.5.29.70; protRestrict=X509v3 Protocol Restriction=2.5.29.71
subjectAltPublicKeyInfo=X509v3 Subject Alternative Public Key Info=2.5.29.72; altSignatureAlgorithm=X509v3 Alternative Signature Algorithm=2.5.29.73
altSignatureValue=X509v3 Alternative Signature Value=2.5.29.74; associatedInformation=X509v3 Associated Information=2.5.29.75
id-alg-ml-kem-512=ML-KEM-512=2.16.840.1.101.3.4.4.1; id-alg-ml-kem-768=ML-KEM-768=2.16.840.1.101.3.4.4.2; id-alg-ml-kem-1024=ML-KEM-1024=2.16.840.1.101.3.4.4.3
id-hash-slh-dsa-sha2-256f-with-sha512=SLH-DSA-SHA2-256f-WITH-SHA512=2.16.840.1.101.3.4.3.40
id-hash-slh-dsa-shake-128s-with-shake128=SLH-DSA-SHAKE-128s-WITH-SHAKE128=2.16.840.1.101.3.4.3.41
id-hash-slh-dsa-shake-128f-with-shake128=SLH-DSA-SHAKE-128f-WITH-SHAKE128=2.16.840.1.101.3.4.3.42
id-hash-slh-dsa-shake-192s-with-shake256=SLH-DSA-SHAKE-192s-WITH-SHAKE256=2.16.840.1.101.3.4.3.43
id-hash-slh-dsa-shake-192f-with-shake256=SLH-DSA-SHAKE-192f-WITH-SHAKE256=2.16.840.1.101.3.4.3.44
id-hash-slh-dsa-shake-256s-with-shake256=SLH-DSA-SHAKE-256s-WITH-SHAKE256=2.16.840.1.101.3.4.3.45
id-hash-slh-dsa-shake-256f-with-shake256=SLH-DSA-SHAKE-256f-WITH-SHAKE256=2.16.840.1.101.3.4.3.46
`;
