import {generateKeyPairSync, type KeyObject} from 'node:crypto'
import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {factsOf} from '#sandbox/resources/openstack/facts'
import {
  idsOf,
  ifThere,
  ignoringMissing,
  placeOf,
  type RestType,
  recordOf,
  restType,
} from '#sandbox/resources/openstack/rest-type'
import type {Handle, ResourceType} from '#sandbox/resources/type'

const KEY_PAIR = factsOf('OS::Nova::KeyPair')

const keyPath = ({record, properties}: Handle): string => {
  const owner = asText(properties.user)
  const query = owner === undefined ? '' : `?user_id=${encodeURIComponent(owner)}`
  return `/v2.1/os-keypairs/${encodeURIComponent(record.physicalId ?? '')}${query}`
}
const keyOf = (handle: Handle): JsonObject | undefined =>
  handle.record.physicalId === null
    ? undefined
    : ifThere(() => asObject(handle.services.get('compute', keyPath(handle)).keypair))

const KeyPair: ResourceType = {
  name: 'OS::Nova::KeyPair',
  description: 'A key pair for servers.',
  service: 'compute',
  ...KEY_PAIR,
  async create(handle) {
    const {name, public_key: given, type, user, save_private_key: isSaved} = idsOf(handle, KEY_PAIR.properties)
    const made = given ? undefined : newKey(asText(name) ?? '')
    await handle.services.send('POST', 'compute', '/v2.1/os-keypairs', {
      keypair: {
        name: name ?? null,
        public_key: given || (made?.publicKey ?? null),
        ...(type ? {type} : {}),
        ...(user ? {user_id: user} : {}),
      },
    })
    handle.setPhysicalId(asText(name) ?? '')
    if (isSaved === true && made) handle.setData({private_key: made.privateKey})
  },
  async remove(handle) {
    if (handle.record.physicalId !== null)
      await ignoringMissing(() => handle.services.send('DELETE', 'compute', keyPath(handle)))
  },
  check: (handle) => void handle.services.get('compute', keyPath(handle)),
  attribute: (handle, name) =>
    name === 'private_key' ? (handle.record.data.private_key ?? '') : (keyOf(handle)?.public_key ?? ''),
  show: keyOf,
}

/** A key of the sandbox's own: Nova does not generate keys any more. */
function newKey(comment: string): {publicKey: string; privateKey: string} {
  const {publicKey, privateKey} = generateKeyPairSync('ed25519')
  const parts = [Buffer.from('ssh-ed25519'), rawKey(publicKey)]
  const blob = Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
  return {
    publicKey: `ssh-ed25519 ${blob.toString('base64')} ${comment}`,
    privateKey: String(privateKey.export({type: 'pkcs8', format: 'pem'})),
  }
}

const rawKey = (key: KeyObject): Buffer => Buffer.from(key.export({format: 'jwk'}).x ?? '', 'base64url')

const GROUP: RestType = {
  name: 'OS::Nova::ServerGroup',
  description: 'A group of servers with a policy for their hosts.',
  service: 'compute',
  path: '/v2.1/os-server-groups',
  member: 'server_group',
  unsent: ['policies', 'rules'],
  body: (body, {properties: {policies, rules}}) => ({
    ...body,
    policy: asArray(policies)[0] ?? 'anti-affinity',
    ...(rules ? {rules} : {}),
  }),
}

const FLAVOR: RestType = {
  name: 'OS::Nova::Flavor',
  description: 'A size of servers.',
  service: 'compute',
  path: '/v2.1/flavors',
  member: 'flavor',
  renamed: {
    flavorid: 'id',
    ephemeral: 'OS-FLV-EXT-DATA:ephemeral',
    is_public: 'os-flavor-access:is_public',
  },
  unsent: ['tenants', 'extra_specs'],
  body: (body, _, isNew) => (isNew ? body : {}),
  async created(handle, {extra_specs: specs, tenants, is_public: isPublic}) {
    await setSpecs(handle, asObject(specs))
    if (isPublic !== false) return
    const projects = asArray(tenants)
    for (const tenant of projects.length > 0 ? projects : [handle.stack.projectId])
      await handle.services.send('POST', 'compute', `${placeOf(FLAVOR, handle)}/action`, {addTenantAccess: {tenant}})
  },
  async changed(handle, properties, before, changed) {
    if (changed.has('tenants') && properties.is_public === false) await setTenants(handle, asArray(properties.tenants))
    const path = `${placeOf(FLAVOR, handle)}/os-extra_specs`
    if (!changed.has('extra_specs')) return
    for (const key of Object.keys(asObject(before.extra_specs)))
      await ignoringMissing(() => handle.services.send('DELETE', 'compute', `${path}/${key}`))
    await setSpecs(handle, asObject(properties.extra_specs))
  },
  attributes: {is_public: (record) => record['os-flavor-access:is_public']},
}

/** Gives exactly these projects access to a private flavor. */
async function setTenants(handle: Handle, wanted: readonly Json[]): Promise<void> {
  const place = placeOf(FLAVOR, handle)
  const {flavor_access: access} = handle.services.get('compute', `${place}/os-flavor-access`)
  const old = asArray(access).map((one) => asObject(one).tenant_id ?? null)
  const act = (action: string, tenant: Json) =>
    handle.services.send('POST', 'compute', `${place}/action`, {[action]: {tenant}})
  for (const tenant of old.filter((one) => !wanted.includes(one))) await act('removeTenantAccess', tenant)
  for (const tenant of wanted.filter((one) => !old.includes(one))) await act('addTenantAccess', tenant)
}

async function setSpecs(handle: Handle, specs: JsonObject): Promise<void> {
  if (Object.keys(specs).length > 0)
    await handle.services.send('POST', 'compute', `${placeOf(FLAVOR, handle)}/os-extra_specs`, {extra_specs: specs})
}

const AGGREGATE: RestType = {
  name: 'OS::Nova::HostAggregate',
  description: 'A group of hosts.',
  service: 'compute',
  path: '/v2.1/os-aggregates',
  member: 'aggregate',
  unsent: ['hosts', 'metadata'],
  async created(handle, {hosts, metadata}) {
    await setMetadata(handle, asObject(metadata))
    for (const host of asArray(hosts)) await actOnAggregate(handle, 'add_host', {host})
  },
  async changed(handle, properties, before, changed) {
    if (changed.has('metadata')) await setMetadata(handle, asObject(properties.metadata))
    const [old, now] = [asArray(before.hosts), asArray(properties.hosts)]
    for (const host of old.filter((one) => !now.includes(one))) await actOnAggregate(handle, 'remove_host', {host})
    for (const host of now.filter((one) => !old.includes(one))) await actOnAggregate(handle, 'add_host', {host})
  },
  async beforeRemove(handle) {
    for (const host of asArray(recordOf(AGGREGATE, handle)?.hosts)) await actOnAggregate(handle, 'remove_host', {host})
  },
}

const actOnAggregate = (handle: Handle, action: string, options: JsonObject) =>
  handle.services.send('POST', 'compute', `${placeOf(AGGREGATE, handle)}/action`, {[action]: options})

async function setMetadata(handle: Handle, metadata: JsonObject): Promise<void> {
  if (Object.keys(metadata).length > 0) await actOnAggregate(handle, 'set_metadata', {metadata})
}

/** The types of Nova beside its servers. */
export const COMPUTE_TYPES: readonly ResourceType[] = [KeyPair, restType(GROUP), restType(FLAVOR), restType(AGGREGATE)]
