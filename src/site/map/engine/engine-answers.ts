/** What the map reads of the Engine API's answers (version 1.45), with the API's own names. */
export interface EngineContainer {
  Id: string;
  Names: readonly string[];
  Image: string;
  ImageID: string;
  Command: string;
  Created: number;
  Ports: readonly { IP?: string; PrivatePort: number; PublicPort?: number; Type: string }[] | null;
  SizeRw?: number;
  State: string;
  Status: string;
  HostConfig: { NetworkMode?: string };
  NetworkSettings: { Networks: Readonly<Record<string, { NetworkID: string; IPAddress: string; IPPrefixLen: number }>> | null } | null;
  Mounts: readonly { Type: string; Name?: string; Source: string; Destination: string; RW: boolean }[] | null;
}

/** A row of `GET /images/json`. */
export interface EngineImage {
  Id: string;
  RepoTags: readonly string[] | null;
  RepoDigests: readonly string[] | null;
  Size: number;
  Created: number;
}

/** Of `GET /images/{id}/history`: newest first. */
export interface EngineHistoryItem {
  CreatedBy: string;
  Size: number;
}

/** What an image is made of: it never changes, so it is read once. */
export interface EngineImageParts {
  /** Diff ids from `GET /images/{id}/json`, the lowest first. */
  layers: readonly string[];
  history: readonly EngineHistoryItem[];
}

/** A row of `GET /networks`. */
export interface EngineNetwork {
  Id: string;
  Name: string;
  Driver: string;
  Internal: boolean;
  IPAM: { Config: readonly { Subnet?: string; Gateway?: string }[] | null };
}

/** A volume of `GET /volumes` or, with UsageData, of `GET /system/df`. */
export interface EngineVolume {
  Name: string;
  Driver: string;
  Mountpoint: string;
  Labels: Readonly<Record<string, string>> | null;
  UsageData?: { Size: number } | null;
}

/** One host, as its engine tells it. */
export interface EngineAnswers {
  containers: readonly EngineContainer[];
  images: readonly EngineImage[];
  /** By image id. */
  parts: ReadonlyMap<string, EngineImageParts>;
  networks: readonly EngineNetwork[];
  volumes: readonly EngineVolume[];
  /** Bytes by volume name, where known. */
  volumeSizes: ReadonlyMap<string, number>;
}
