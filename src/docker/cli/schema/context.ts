import type { StructType } from '../../../base/go/index.ts';

/** Embedded in what is inspected, and so both its fields and a field of its own. */
const metadata: StructType = { struct: 'store.Metadata', fields: { Name: 'string', Metadata: 'any', Endpoints: { map: 'any' } } };

/** What `docker context inspect -f` looks into. */
export const contextType: StructType = {
  struct: 'context.contextWithTLSListing',
  fields: {
    Name: 'string', Metadata: metadata, Endpoints: { map: 'any' }, TLSMaterial: { map: { slice: 'string' } },
    Storage: { struct: 'store.StorageInfo', fields: { MetadataPath: 'string', TLSPath: 'string' } },
  },
};
