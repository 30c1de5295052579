import type { StructType } from '../../../base/go/index.ts';

/** types.NetworkResource, as `docker network inspect -f` sees a network. */
export const networkType: StructType = {
  struct: 'types.NetworkResource',
  fields: {
    Name: 'string', ID: ['Id', 'string'], Created: 'time.Time', Scope: 'string', Driver: 'string', EnableIPv6: 'bool',
    IPAM: {
      struct: 'network.IPAM',
      fields: {
        Driver: 'string', Options: { map: 'string' },
        Config: {
          slice: { struct: 'network.IPAMConfig', fields: { Subnet: 'string', IPRange: 'string', Gateway: 'string', AuxAddress: ['AuxiliaryAddresses', { map: 'string' }] } },
        },
      },
    },
    Internal: 'bool', Attachable: 'bool', Ingress: 'bool', ConfigFrom: { struct: 'network.ConfigReference', fields: { Network: 'string' } }, ConfigOnly: 'bool',
    Containers: {
      map: { struct: 'types.EndpointResource', fields: { Name: 'string', EndpointID: 'string', MacAddress: 'string', IPv4Address: 'string', IPv6Address: 'string' } },
    },
    Options: { map: 'string' }, Labels: { map: 'string' }, Peers: { slice: 'any' }, Services: { map: 'any' },
  },
};
