import type { ContainerConfig } from './container-config.ts';
import type { GraphDriverData } from './container.ts';

/** A row of `GET /images/json`; query: all, filters, digests, shared-size. Created is Unix seconds; Containers and SharedSize are -1 when not asked for. */
export interface ImageSummary {
  Containers: number;
  Created: number;
  Id: string;
  Labels: Record<string, string> | null;
  ParentId: string;
  RepoDigests: string[];
  RepoTags: string[];
  SharedSize: number;
  Size: number;
}

/** `GET /images/{name}/json`. */
export interface ImageInspect {
  Id: string;
  RepoTags: string[];
  RepoDigests: string[];
  Parent: string;
  Comment: string;
  Created: string;
  Container?: string;
  DockerVersion: string;
  Author: string;
  Config: ContainerConfig | null;
  Architecture: string;
  Variant?: string;
  Os: string;
  Size: number;
  GraphDriver: GraphDriverData;
  RootFS: { Type: string; Layers?: string[] };
  Metadata: { LastTagTime: string };
}

/** A row of `GET /images/{name}/history`, newest first. Id is `<missing>` for what no image here ends with. */
export interface ImageHistoryItem {
  Comment: string;
  Created: number;
  CreatedBy: string;
  Id: string;
  Size: number;
  Tags: string[] | null;
}

/** A row of `DELETE /images/{name}`; query: force, noprune. */
export type ImageDeleteItem = { Untagged: string } | { Deleted: string };

/** `POST /images/prune`. */
export interface ImagesPruneResponse {
  ImagesDeleted: ImageDeleteItem[] | null;
  SpaceReclaimed: number;
}

/** `POST /commit`; query: container, repo, tag, comment, author, pause, changes; body: ContainerConfig. */
export interface ContainerCommitResponse {
  Id: string;
}

/** Header `X-Registry-Auth`: base64url of this JSON. */
export interface RegistryAuth {
  username?: string;
  password?: string;
  auth?: string;
  email?: string;
  serveraddress?: string;
  identitytoken?: string;
  registrytoken?: string;
}

/** `GET /distribution/{name}/json`. */
export interface DistributionInspect {
  Descriptor: { mediaType: string; digest: string; size: number };
  Platforms: { architecture: string; os: string; variant?: string | undefined }[];
}

/** `POST /auth`. */
export interface AuthResponse {
  Status: string;
  IdentityToken: string;
}

/** A row of `GET /images/search`; query: term, limit, filters. */
export interface ImageSearchResult {
  star_count: number;
  is_official: boolean;
  name: string;
  is_automated: boolean;
  description: string;
}
