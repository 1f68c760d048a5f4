import {createHash} from 'node:crypto'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  forbidden,
  type RestRecords,
  type Routes,
  restRecords,
  type SandboxCloud,
  tagRoutes,
} from '@osc-cli/core/sandbox'

const PATH = '/v2/images'
const FORMATS = ['bare', 'ami', 'aki', 'ari', 'docker', 'ova', 'ovf']
const DISKS = ['raw', 'qcow2', 'iso', 'ami', 'aki', 'ari', 'vhd', 'vhdx', 'vmdk', 'vdi', 'ploop']

/** Images and their data. */
export function images(cloud: SandboxCloud): {records: RestRecords; routes: Routes} {
  const data = cloud.store.collection('image/data')
  const memberships = cloud.store.collection('image/members')
  const records = restRecords(cloud, 'image/images', {
    path: PATH,
    collection: 'images',
    noun: 'image',
    uuids: true,
    additional: true,
    jsonPatch: true,
    projectKey: 'owner',
    times: {created: 'created_at', updated: 'updated_at'},
    fields: {
      name: {type: 'string', nullable: true},
      container_format: {type: 'string', oneOf: FORMATS, nullable: true},
      disk_format: {type: 'string', oneOf: DISKS, nullable: true},
      min_disk: {type: 'integer', default: 0},
      min_ram: {type: 'integer', default: 0},
      visibility: {type: 'string', oneOf: ['public', 'private', 'community', 'shared'], default: 'shared'},
      protected: {type: 'boolean', default: false},
      os_hidden: {type: 'boolean', default: false},
      tags: {type: 'array', default: []},
      size: {type: 'integer', readOnly: true},
      virtual_size: {type: 'integer', readOnly: true},
      checksum: {type: 'string', readOnly: true},
      os_hash_algo: {type: 'string', readOnly: true},
      os_hash_value: {type: 'string', readOnly: true},
      status: {type: 'string', readOnly: true, default: 'queued'},
      schema: {type: 'string', readOnly: true, default: '/v2/schemas/image'},
    },
    filters: ['name', 'status', 'owner', 'os_hidden'],
    matches: {
      visibility: ({visibility}, value) => value === 'all' || visibility === value,
      tag: ({tags}, value) => asArray(tags).includes(value),
    },
    isShared: ({visibility}) => visibility === 'public' || visibility === 'community',
    listBody: (rows, next) => ({images: rows, first: PATH, schema: '/v2/schemas/images', ...(next && {next})}),
    created(image) {
      return {...image, file: `${PATH}/${image.id}/file`}
    },
    beforeDelete(image) {
      if (image.protected) throw forbidden(`Image ${image.id} is protected and cannot be deleted.`)
      data.delete(String(image.id))
      for (const {key} of memberships.find({image_id: String(image.id)})) memberships.delete(String(key))
    },
  })

  // Lists leave out hidden images unless they are asked for.
  const list = (call: Call) => {
    const isHidden = call.query.get('os_hidden')?.toLowerCase() ?? 'false'
    call.query.set('os_hidden', isHidden)
    return records.routes[`GET ${PATH}`]?.(call) ?? {}
  }
  const keep = (image: JsonObject, bytes: Uint8Array): JsonObject => {
    data.put(String(image.id), {bytes: Buffer.from(bytes).toString('base64')})
    const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
    return records.put({
      ...image,
      status: 'active',
      size: bytes.length,
      virtual_size: bytes.length,
      checksum: digest('md5'),
      os_hash_algo: 'sha512',
      os_hash_value: digest('sha512'),
      stores: 'sandbox',
    })
  }
  const bytesOf = (id: unknown): Buffer | undefined => {
    const text = asText(data.get(String(id))?.bytes)
    return text === undefined ? undefined : Buffer.from(text, 'base64')
  }
  const require = (image: JsonObject, ...states: readonly string[]) => {
    if (!states.includes(String(image.status)))
      throw conflict(`Image status transition from ${image.status} is not allowed.`)
  }
  const setStatus = (call: Call, status: string) => {
    records.put({...records.own(call), status})
    return {status: 204}
  }
  return {
    records,
    routes: {
      ...records.routes,
      [`GET ${PATH}`]: list,
      ...tagRoutes(records, PATH),
      [`PUT ${PATH}/:id/file`](call: Call) {
        const image = records.own(call)
        require(image, 'queued')
        keep(image, call.bytes)
        return {status: 204}
      },
      [`GET ${PATH}/:id/file`](call: Call) {
        const image = records.one(call)
        if (image.status === 'deactivated') throw forbidden('The requested image has been deactivated.')
        const bytes = bytesOf(image.id)
        return bytes && image.status === 'active' ? {body: new Uint8Array(bytes)} : {status: 204}
      },
      [`PUT ${PATH}/:id/stage`](call: Call) {
        const image = records.own(call)
        require(image, 'queued')
        data.put(String(image.id), {bytes: Buffer.from(call.bytes).toString('base64')})
        records.put({...image, status: 'uploading', size: call.bytes.length})
        return {status: 204}
      },
      [`POST ${PATH}/:id/import`](call: Call) {
        const image = records.own(call)
        // There is one store, which has the data already.
        if (asObject(call.body.method).name === 'copy-image') return {status: 202}
        const staged = bytesOf(image.id)
        if (!staged) throw badRequest('Only the import of staged data is supported in the sandbox.')
        keep(image, staged)
        const id = cloud.newId()
        const at = cloud.now().toISOString().slice(0, 19)
        const task = {id, type: 'api_image_import', status: 'success', owner: image.owner, created_at: `${at}Z`}
        cloud.store.collection('image/tasks').put(id, {
          ...task,
          image_id: image.id,
          updated_at: `${at}Z`,
          input: {image_id: image.id, import_req: {method: {name: 'glance-direct'}}},
          result: {image_id: image.id},
          message: '',
          schema: '/v2/schemas/task',
        })
        return {status: 202}
      },
      [`POST ${PATH}/:id/actions/deactivate`]: (call: Call) => setStatus(call, 'deactivated'),
      [`POST ${PATH}/:id/actions/reactivate`]: (call: Call) => setStatus(call, 'active'),
    },
  }
}
