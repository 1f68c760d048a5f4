import {asArray, asObject, asText, type Json, type JsonObject, pythonRepr, pythonText} from '@osc-cli/core'
import {refuseIf} from '#sandbox/resources/openstack/checks'
import {factsOf} from '#sandbox/resources/openstack/facts'
import {withKnownIds} from '#sandbox/resources/openstack/names'
import {
  checkState,
  idsOf,
  ifThere,
  ignoringMissing,
  placeOf,
  type RestType,
  recordOf,
  restType,
} from '#sandbox/resources/openstack/rest-type'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

const SERVICE = 'block-storage'

const VOLUME: RestType = {
  name: 'OS::Cinder::Volume',
  description: 'A volume.',
  service: SERVICE,
  path: '/v3/volumes',
  member: 'volume',
  renamed: {image: 'imageRef'},
  unsent: ['scheduler_hints', 'read_only'],
  validate(properties) {
    const sources = ['source_volid', 'snapshot_id'].filter((name) => (properties[name] ?? null) !== null)
    const isSized = (properties.size ?? properties.backup_id ?? null) !== null
    refuseIf(
      !isSized && sources.length !== 1,
      'If neither "backup_id" nor "size" is provided, one and only one of "source_volid", "snapshot_id" must be ' +
        `specified, but currently specified options: ${pythonRepr(sources)}.`,
    )
  },
  body({name, description, ...body}, {record}, isNew) {
    const texts = {name: name ?? record.physicalName, description: description ?? record.physicalName}
    if (!isNew) return name === undefined && description === undefined ? {} : texts
    return {...body, ...texts}
  },
  async created(handle, {read_only: readOnly}) {
    if (readOnly !== null) await act(handle, 'os-update_readonly_flag', {readonly: readOnly ?? null})
  },
  async changed(handle, properties, before, changed) {
    const {size, metadata, volume_type: type, read_only: readOnly} = properties
    if (changed.has('size')) {
      if (Number(size) < Number(before.size))
        throw new ResourceFailure('NotSupported', 'Shrinking volume is not supported.')
      await act(handle, 'os-extend', {new_size: size ?? null})
    }
    if (changed.has('metadata'))
      await handle.services.send('PUT', SERVICE, `${placeOf(VOLUME, handle)}/metadata`, {metadata: asObject(metadata)})
    if (changed.has('volume_type')) await act(handle, 'os-retype', {new_type: type ?? null, migration_policy: 'never'})
    if (changed.has('read_only')) await act(handle, 'os-update_readonly_flag', {readonly: readOnly ?? null})
  },
  async beforeRemove(handle) {
    if (recordOf(VOLUME, handle)?.status === 'in-use') throw new ResourceFailure('Error', 'Volume in use')
  },
  attributes: Object.fromEntries([
    // Heat has most attributes of a volume as Python's str() writes them.
    ...Object.keys(factsOf('OS::Cinder::Volume').attributes).map((key) => [
      key,
      (volume: JsonObject) => pythonText(volume[key]),
    ]),
    ['display_name', ({name}: JsonObject) => name],
    ['display_description', ({description}: JsonObject) => description],
    ['metadata', ({metadata}: JsonObject) => JSON.stringify(metadata)],
    ['metadata_values', ({metadata}: JsonObject) => metadata],
    ['attachments_list', ({attachments}: JsonObject) => attachments],
  ]),
  more: {check: (handle) => checkState(VOLUME, handle, ['available', 'in-use'])},
}

const act = (handle: Handle, action: string, options: JsonObject) =>
  handle.services.send('POST', SERVICE, `${placeOf(VOLUME, handle)}/action`, {[action]: options})

const ATTACHMENT = factsOf('OS::Cinder::VolumeAttachment')

async function attach(handle: Handle): Promise<void> {
  const properties = idsOf(handle, ATTACHMENT.properties)
  const {instance_uuid: server, volume_id: volume, mountpoint: device} = properties
  const path = `/v2.1/servers/${asText(server)}/os-volume_attachments`
  try {
    await handle.services.send('POST', 'compute', path, {
      volumeAttachment: {volumeId: volume ?? null, ...(device ? {device} : {})},
    })
  } catch (error) {
    if (!(error instanceof ResourceFailure)) throw error
    const message = `Failed to attach volume ${asText(volume)} to server ${asText(server)} - ${error.message}`
    throw new ResourceFailure('Error', message)
  }
  // Nova names an attachment by its volume.
  handle.setPhysicalId(asText(volume) ?? '')
}

const detach = (handle: Handle, server: Json | undefined): Promise<void> =>
  ignoringMissing(() =>
    handle.services.send(
      'DELETE',
      'compute',
      `/v2.1/servers/${asText(server)}/os-volume_attachments/${handle.record.physicalId}`,
    ),
  )

const VolumeAttachment: ResourceType = {
  name: 'OS::Cinder::VolumeAttachment',
  description: 'A volume attached to a server.',
  service: SERVICE,
  ...ATTACHMENT,
  create: attach,
  async update(handle, before) {
    await detach(handle, before.instance_uuid)
    await attach(handle)
  },
  async remove(handle) {
    if (handle.record.physicalId !== null) await detach(handle, handle.properties.instance_uuid)
  },
}

const TYPE: RestType = {
  name: 'OS::Cinder::VolumeType',
  description: 'A type of volumes.',
  service: SERVICE,
  path: '/v3/types',
  member: 'volume_type',
  unsent: ['metadata', 'projects'],
  validate: ({projects, is_public: isPublic}) =>
    refuseIf(
      asArray(projects).length > 0 && isPublic === true,
      'Can not specify property "projects" if the volume type is public.',
    ),
  async created(handle, {metadata, projects}) {
    const specs = asObject(metadata)
    if (Object.keys(specs).length > 0)
      await handle.services.send('POST', SERVICE, `${placeOf(TYPE, handle)}/extra_specs`, {extra_specs: specs})
    for (const project of asArray(projects))
      await handle.services.send('POST', SERVICE, `${placeOf(TYPE, handle)}/action`, {addProjectAccess: {project}})
  },
  async changed(handle, properties, before, changed) {
    if (changed.has('projects') && properties.is_public === false)
      await setProjects(handle, asArray(properties.projects))
    const path = `${placeOf(TYPE, handle)}/extra_specs`
    if (!changed.has('metadata')) return
    for (const key of Object.keys(asObject(before.metadata)))
      await ignoringMissing(() => handle.services.send('DELETE', SERVICE, `${path}/${key}`))
    await handle.services.send('POST', SERVICE, path, {extra_specs: asObject(properties.metadata)})
  },
}

/** Gives exactly these projects access to a private volume type. */
async function setProjects(handle: Handle, wanted: readonly Json[]): Promise<void> {
  const place = placeOf(TYPE, handle)
  const {volume_type_access: access} = handle.services.get(SERVICE, `${place}/os-volume-type-access`)
  const old = asArray(access).map((one) => asObject(one).project_id ?? null)
  const change = (action: string, project: Json) =>
    handle.services.send('POST', SERVICE, `${place}/action`, {[action]: {project}})
  for (const project of old.filter((one) => !wanted.includes(one))) await change('removeProjectAccess', project)
  for (const project of wanted.filter((one) => !old.includes(one))) await change('addProjectAccess', project)
}

const SPECS: RestType = {
  name: 'OS::Cinder::QoSSpecs',
  description: 'Limits on the throughput of volumes.',
  service: SERVICE,
  path: '/v3/qos-specs',
  member: 'qos_specs',
  unsent: ['specs'],
  body: (body, {properties}, isNew) => (isNew ? {...body, ...asObject(properties.specs)} : {}),
  async changed(handle, {specs}, before) {
    const keys = Object.keys(asObject(before.specs)).filter((key) => !Object.hasOwn(asObject(specs), key))
    await handle.services.send('PUT', SERVICE, placeOf(SPECS, handle), {qos_specs: asObject(specs)})
    if (keys.length > 0) await handle.services.send('PUT', SERVICE, `${placeOf(SPECS, handle)}/delete_keys`, {keys})
  },
  async beforeRemove(handle) {
    ifThere(() => handle.services.get(SERVICE, `${placeOf(SPECS, handle)}/disassociate_all`))
  },
}

const ASSOCIATION = factsOf('OS::Cinder::QoSAssociation')

const associate = (
  {services}: Handle,
  verb: 'associate' | 'disassociate',
  specs: Json | undefined,
  types: readonly Json[],
): void => {
  for (const type of types) services.get(SERVICE, `/v3/qos-specs/${asText(specs)}/${verb}?vol_type_id=${asText(type)}`)
}

const QosAssociation: ResourceType = {
  name: 'OS::Cinder::QoSAssociation',
  description: 'Volume types with QoS specs.',
  service: SERVICE,
  ...ASSOCIATION,
  create(handle) {
    const {qos_specs: specs, volume_types: types} = idsOf(handle, ASSOCIATION.properties)
    associate(handle, 'associate', specs, asArray(types))
    handle.setPhysicalId(handle.record.id)
  },
  update(handle, before) {
    const {qos_specs: specs, volume_types: types} = idsOf(handle, ASSOCIATION.properties)
    const known = withKnownIds(before, ASSOCIATION.properties, handle.services)
    const [old, now] = [asArray(known.volume_types), asArray(types)]
    const removed = old.filter((type) => !now.includes(type))
    const added = now.filter((type) => !old.includes(type))
    associate(handle, 'disassociate', specs, removed)
    associate(handle, 'associate', specs, added)
  },
  remove(handle) {
    if (handle.record.physicalId === null) return
    const {qos_specs: specs, volume_types: types} = withKnownIds(
      handle.properties,
      ASSOCIATION.properties,
      handle.services,
    )
    for (const type of asArray(types)) ifThere(() => associate(handle, 'disassociate', specs, [type]))
  },
}

const ENCRYPTION = factsOf('OS::Cinder::EncryptedVolumeType')

const encryption = (properties: JsonObject): JsonObject => {
  const {volume_type: _, ...others} = properties
  return {encryption: Object.fromEntries(Object.entries(others).filter(([, value]) => (value ?? null) !== null))}
}

const EncryptedVolumeType: ResourceType = {
  name: 'OS::Cinder::EncryptedVolumeType',
  description: 'The encryption of a volume type.',
  service: SERVICE,
  ...ENCRYPTION,
  async create(handle) {
    const properties = idsOf(handle, ENCRYPTION.properties)
    const type = asText(properties.volume_type) ?? ''
    await handle.services.send('POST', SERVICE, `/v3/types/${type}/encryption`, encryption(properties))
    handle.setPhysicalId(type)
  },
  async update(handle) {
    const path = `/v3/types/${handle.record.physicalId}/encryption/provider`
    await handle.services.send('PUT', SERVICE, path, encryption(handle.properties))
  },
  async remove(handle) {
    if (handle.record.physicalId === null) return
    const path = `/v3/types/${handle.record.physicalId}/encryption/provider`
    await ignoringMissing(() => handle.services.send('DELETE', SERVICE, path))
  },
}

/** The types of Cinder. */
export const VOLUME_TYPES: readonly ResourceType[] = [
  restType(VOLUME),
  VolumeAttachment,
  restType(TYPE),
  restType(SPECS),
  QosAssociation,
  EncryptedVolumeType,
]
