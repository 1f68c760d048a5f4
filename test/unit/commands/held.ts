import type {Route} from '../../support/fixture-server.ts'
import {OTHER, PROJECT} from './all-services.ts'

const mine = {project_id: PROJECT, created_at: '2025-01-01T00:00:00Z', updated_at: null}
/** What has no times. */
const owned = {project_id: PROJECT}
const young = {project_id: PROJECT, created_at: '2026-06-01T00:00:00Z', updated_at: '2026-06-01T00:00:00Z'}
export const cinder = `/cinder/v3/${PROJECT}`
export const swift = `/swift/v1/AUTH_${PROJECT}`
export const heat = `/heat/v1/${PROJECT}/stacks`

/** Something of every kind, something of somebody else, and a network that is in use. */
export const held = (): Record<string, Route> => ({
  [`GET ${heat}`]: {
    body: {
      stacks: [
        {id: 'k1', stack_name: 'web', project: PROJECT, creation_time: '2025-01-01T00:00:00Z'},
        {id: 'k2', stack_name: 'theirs', project: OTHER, creation_time: '2025-01-01T00:00:00Z'},
      ],
    },
  },
  [`DELETE ${heat}/web/k1`]: {status: 204},
  [`GET ${heat}/web/k1`]: [{body: {stack: {stack_status: 'DELETE_IN_PROGRESS'}}}, {status: 404}],
  '/nova/v2.1/servers/detail': {
    body: {servers: [{id: 's1', name: 'vm', tenant_id: PROJECT, created: '2025-01-01T00:00:00Z'}]},
  },
  '/nova/v2.1/os-server-groups': {
    body: {
      server_groups: [
        {id: 'sg1', name: 'spread', members: ['s1']},
        {id: 'sg2', name: 'kept', members: ['of-somebody']},
      ],
    },
  },
  '/octavia/v2/lbaas/loadbalancers': {body: {loadbalancers: [{id: 'l1', name: 'lb', ...mine}]}},
  '/designate/v2/zones': {body: {zones: [{id: 'z1', name: 'example.org.', ...mine}]}},
  '/designate/v2/reverse/floatingips': {
    body: {
      floatingips: [
        {id: 'r:f1', ptrdname: 'a.example.org.'},
        {id: 'r:f2', ptrdname: null},
      ],
    },
  },
  [`${cinder}/backups/detail`]: {body: {backups: [{id: 'b1', name: 'b', ...mine}]}},
  [`${cinder}/snapshots/detail`]: {body: {snapshots: [{id: 'n1', name: 'n', ...mine}]}},
  [`${cinder}/volumes/detail`]: {
    body: {
      volumes: [
        {id: 'v1', name: 'v', ...mine},
        {id: 'v2', name: 'new', ...young},
      ],
    },
  },
  '/neutron/v2.0/service-providers': {body: {service_providers: [{service_type: 'VPN', name: 'plain'}]}},
  '/neutron/v2.0/vpn/ipsec-site-connections': {body: {ipsec_site_connections: [{id: 'vc1', name: 'site', ...owned}]}},
  '/neutron/v2.0/vpn/vpnservices': {
    body: {
      vpnservices: [
        {id: 'vs1', name: 'vpn', ...owned},
        {id: 'vs2', name: 'theirs', project_id: OTHER},
      ],
    },
  },
  '/neutron/v2.0/vpn/endpoint-groups': {body: {endpoint_groups: [{id: 've1', name: 'local', ...owned}]}},
  '/neutron/v2.0/vpn/ikepolicies': {body: {ikepolicies: [{id: 'vk1', name: 'strong', ...owned}]}},
  '/neutron/v2.0/vpn/ipsecpolicies': {body: {ipsecpolicies: [{id: 'vp1', name: 'strong', ...owned}]}},
  '/neutron/v2.0/floatingips': {body: {floatingips: [{id: 'f1', floating_ip_address: '192.0.2.1', ...mine}]}},
  '/neutron/v2.0/security-groups': {
    body: {
      security_groups: [
        {id: 'g0', name: 'default', ...mine},
        {id: 'g1', name: 'web', ...mine},
      ],
    },
  },
  '/neutron/v2.0/networks': {
    body: {
      networks: [
        {id: 'n-free', name: 'free', ...mine},
        {id: 'n-out', name: 'out', ...mine},
        {id: 'n-used', name: 'used', ...mine},
        {id: 'n-shared', name: 'shared', ...mine, project_id: OTHER},
      ],
    },
  },
  '/neutron/v2.0/ports': {
    body: {
      ports: [
        {id: 'p1', network_id: 'n-free', device_owner: 'network:router_interface', device_id: 'r1', ...mine},
        {id: 'p2', network_id: 'n-free', device_owner: 'network:dhcp', device_id: 'dhcp', ...mine},
        {id: 'p3', network_id: 'n-free', device_owner: 'compute:nova', device_id: 's1', ...mine},
        {id: 'p4', network_id: 'n-free', device_owner: '', device_id: '', ...mine},
        {
          id: 'p5',
          network_id: 'n-used',
          device_owner: 'compute:nova',
          device_id: 'of-somebody',
          ...mine,
          project_id: OTHER,
        },
        {id: 'p8', network_id: 'n-out', device_owner: 'network:router_gateway', device_id: 'r1', project_id: ''},
        {id: 'p9', network_id: 'n-out', device_owner: 'network:floatingip', device_id: 'f1', project_id: ''},
        {id: 'p7', network_id: 'public', device_owner: 'network:router_gateway', device_id: 'r1', project_id: ''},
        {id: 'p6', network_id: 'n-used', device_owner: 'network:router_interface', device_id: 'r2', ...mine},
      ],
    },
  },
  '/neutron/v2.0/subnets': {
    body: {
      subnets: [
        {id: 'u1', network_id: 'n-free', ...mine},
        {id: 'u2', network_id: 'n-used', ...mine},
      ],
    },
  },
  '/neutron/v2.0/routers': {
    body: {
      routers: [
        {id: 'r1', name: 'r1', routes: [{destination: '10.9.0.0/16', nexthop: '10.0.0.9'}], ...mine},
        {id: 'r2', name: 'r2', ...mine},
        {id: 'r3', name: 'r3', ...mine},
      ],
    },
  },
  '/glance/v2/images': {
    body: {
      images: [
        {id: 'i1', name: 'mine', owner: PROJECT},
        {id: 'i2', name: 'public', owner: OTHER},
      ],
    },
  },
  [`GET ${swift}`]: ({path}) => ({
    body: path.includes('marker') ? [] : [{name: 'c', last_modified: '2025-01-01T00:00:00.5'}],
  }),
  [`GET ${swift}/c`]: ({path}) => ({
    body: path.includes('marker') ? [] : [{name: 'a/b c', last_modified: '2025-01-01T00:00:00'}],
  }),
})
