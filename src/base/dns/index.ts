export { decodeDns, type DnsMessage, dnsMessage, type DnsQuestion, type DnsRecord, encodeDns } from './message.ts';
export { dnsCodeName, dnsTypeName, dnsTypes } from './type-names.ts';
export { DnsZone, reverseName, type ZoneRecord } from './zone.ts';
