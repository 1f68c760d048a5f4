import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {refuseBoth, refuseIf} from '#sandbox/resources/openstack/checks'
import {isSubnetOf} from '#sandbox/resources/openstack/network'
import {
  checkState,
  ignoringMissing,
  placeOf,
  type RestType,
  recordOf,
  restType,
  settled,
  withoutNulls,
} from '#sandbox/resources/openstack/rest-type'
import {addressesOf, firstAddress, networksOf} from '#sandbox/resources/openstack/server-addresses'
import {
  connectFloatingIps,
  nicsOf,
  removeInternalPorts,
  updateNetworks,
} from '#sandbox/resources/openstack/server-networks'
import type {Handle, ResourceType} from '#sandbox/resources/type'

const SERVER: RestType = {
  name: 'OS::Nova::Server',
  description: 'A server.',
  service: 'compute',
  path: '/v2.1/servers',
  member: 'server',
  renamed: {flavor: 'flavorRef', image: 'imageRef', admin_pass: 'adminPass'},
  unsent: [
    'block_device_mapping',
    'config_drive',
    'deployment_swift_data',
    'diskConfig',
    'flavor_update_policy',
    'image_update_policy',
    'personality',
    'reservation_id',
    'scheduler_hints',
    'software_config_transport',
    'tags',
    'user_data_format',
    'user_data_update_policy',
  ],
  validate(properties) {
    const {block_device_mapping: old, block_device_mapping_v2: mapping, image, networks} = properties
    refuseBoth(properties, 'block_device_mapping', 'block_device_mapping_v2')
    refuseIf(
      !image && asArray(old).length === 0 && asArray(mapping).length === 0,
      'Neither image nor bootable volume is specified for instance',
    )
    const hasPort = asArray(networks).some((one) => (asObject(one).port ?? null) !== null)
    refuseIf(
      hasPort && asArray(properties.security_groups).length > 0,
      'Cannot define the following properties at the same time: security_groups, networks/port.',
    )
  },
  async body(body, handle, isNew) {
    const {properties} = handle
    // Everything else of a server is changed by actions.
    if (!isNew) return body.name === undefined ? {} : {name: body.name}
    const {networks, security_groups: groups, block_device_mapping_v2: mapping, user_data: data, ...others} = body
    const nics = await nicsOf(handle, asArray(networks), asArray(groups))
    return {
      ...others,
      ...(nics === undefined ? {} : {networks: nics}),
      ...(data ? {user_data: Buffer.from(asText(data) ?? '').toString('base64')} : {}),
      ...(asArray(mapping).length > 0 ? {block_device_mapping_v2: withoutNulls(mapping ?? null)} : {}),
      ...(asArray(groups).length > 0 ? {security_groups: asArray(groups).map((name) => ({name}))} : {}),
      ...(asArray(properties.tags).length > 0 ? {tags: properties.tags} : {}),
    }
  },
  async created(handle, {networks}) {
    await connectFloatingIps(handle, asArray(networks))
  },
  beforeRemove: removeInternalPorts,
  async changed(handle, properties, before, changed) {
    const {metadata, tags, networks, flavor, image, user_data: data, admin_pass: password} = properties
    if (changed.has('metadata')) await updateMetadata(handle, asObject(before.metadata), asObject(metadata))
    if (changed.has('tags')) await updateTags(handle, asArray(tags))
    if (changed.has('networks'))
      await updateNetworks(handle, asArray(before.networks), asArray(networks), asArray(properties.security_groups))
    if (changed.has('flavor')) await resize(handle, flavor ?? null)
    if (changed.has('image') || changed.has('user_data'))
      await rebuild(handle, {imageRef: image ?? null, user_data: data ?? null})
    else if (changed.has('admin_pass')) await act(handle, 'changePassword', {adminPass: password ?? null})
  },
  attributes: {
    addresses: (server, handle) => addressesOf(asText(server.id) ?? '', handle),
    networks: (server, handle) => networksOf(asText(server.id) ?? '', handle),
    first_address: (server, handle) => firstAddress(asText(server.id) ?? '', handle),
    instance_name: (server) => server['OS-EXT-SRV-ATTR:instance_name'] ?? null,
    accessIPv4: ({accessIPv4}) => accessIPv4 ?? '',
    accessIPv6: ({accessIPv6}) => accessIPv6 ?? '',
    os_collect_config: () => ({}),
    console_urls: () => ({}),
  },
  more: {
    follows: ({properties}, other) =>
      isSubnetOf(
        other,
        asArray(properties.networks).map((one) => asObject(one).network),
      ),
    check: (handle) => checkState(SERVER, handle, ['ACTIVE']),
    async suspend(handle) {
      await act(handle, 'suspend', null)
      await settled(SERVER, handle)
    },
    async resume(handle) {
      await act(handle, 'resume', null)
      await settled(SERVER, handle)
    },
    replaces: (changed, after) =>
      [
        ['flavor', 'flavor_update_policy'],
        ['image', 'image_update_policy'],
        ['user_data', 'user_data_update_policy'],
      ].some(([property = '', policy = '']) => changed.has(property) && after[policy] === 'REPLACE'),
  },
}

const REST = restType(SERVER)

/** A server. As in Heat, ports with a given subnet or further properties are created before it. */
export const ServerResource: ResourceType = {
  ...REST,
  attributes: {...REST.attributes, first_address: {description: 'The first address.', type: 'string', isHidden: true}},
}

const act = (handle: Handle, action: string, options: JsonObject | null) =>
  handle.services.send('POST', 'compute', `${placeOf(SERVER, handle)}/action`, {[action]: options})

async function resize(handle: Handle, flavor: Json): Promise<void> {
  await act(handle, 'resize', {flavorRef: flavor})
  while (recordOf(SERVER, handle)?.status === 'RESIZE') await handle.wait(20)
  await act(handle, 'confirmResize', null)
}

async function rebuild(handle: Handle, {imageRef, user_data: data}: JsonObject): Promise<void> {
  const text = asText(data)
  await act(handle, 'rebuild', {
    imageRef: imageRef ?? null,
    ...(text ? {user_data: Buffer.from(text).toString('base64')} : {}),
  })
}

async function updateMetadata(handle: Handle, before: JsonObject, metadata: JsonObject): Promise<void> {
  const path = `${placeOf(SERVER, handle)}/metadata`
  for (const key of Object.keys(before))
    if (!Object.hasOwn(metadata, key))
      await ignoringMissing(() => handle.services.send('DELETE', 'compute', `${path}/${encodeURIComponent(key)}`))
  await handle.services.send('POST', 'compute', path, {metadata})
}

async function updateTags(handle: Handle, tags: readonly Json[]): Promise<void> {
  const path = `${placeOf(SERVER, handle)}/tags`
  await handle.services.send('DELETE', 'compute', path)
  for (const tag of tags)
    await handle.services.send('PUT', 'compute', `${path}/${encodeURIComponent(asText(tag) ?? '')}`)
}
