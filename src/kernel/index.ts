export * from './uapi/index.ts';
export * from './exec/index.ts';
export { buildTree, kernelRelease, kernelVersion, memoryTotal, OverlayFs, type OverlayOptions, processorCount, TmpFs, type TmpFsData, type TmpFsOptions, type TmpNodeData, type TreeEntry } from './fs/index.ts';
export type { FileSystem } from './vfs/index.ts';
export { Kernel, type KernelOptions, type ProcessEvent } from './kernel.ts';
export { Terminal } from './terminal.ts';
export {
  answerDns, type DatagramHandler, decodeDnsAnswer, decodeDnsQuery, type DnsAnswer, dnsCode, type DnsQuery, dnsType, encodeDnsAnswer, encodeDnsQuery, broadcastOf, Internet, packetLength, Segment, type StreamHandler,
} from './net/index.ts';
