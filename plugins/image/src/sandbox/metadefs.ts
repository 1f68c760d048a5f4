import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  notFound,
  type Routes,
  restRecords,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'

const PATH = '/v2/metadefs/namespaces'
const TYPES = ['OS::Glance::Image', 'OS::Cinder::Volume', 'OS::Nova::Server', 'OS::Nova::Aggregate', 'OS::Nova::Flavor']

/** Namespaces of metadata definitions with their objects, properties, resource types and tags. */
export function metadefs(cloud: SandboxCloud): Routes {
  const namespaces = restRecords(cloud, 'image/metadef-namespaces', {
    path: PATH,
    collection: 'namespaces',
    noun: 'metadata definition namespace',
    idKey: 'namespace',
    unique: 'namespace',
    updateMethod: 'PUT',
    additional: true,
    projectKey: 'owner',
    times: {created: 'created_at', updated: 'updated_at'},
    isShared: ({visibility}) => visibility === 'public',
    fields: {
      namespace: {type: 'string', required: true},
      display_name: {type: 'string', nullable: true},
      description: {type: 'string', nullable: true},
      visibility: {type: 'string', oneOf: ['public', 'private'], default: 'private'},
      protected: {type: 'boolean', default: false},
    },
    filters: ['visibility'],
    view({parts, ...namespace}, call) {
      const {tags, resource_types: types} = asObject(parts)
      if (!call.params.id) return namespace
      const names = (part: unknown) => Object.keys(asObject(part)).map((name) => ({name}))
      return {...namespace, tags: names(tags), resource_type_associations: names(types)}
    },
    beforeDelete(namespace) {
      if (namespace.protected) throw conflict(`Metadata definition namespace ${namespace.namespace} is protected.`)
    },
  })

  const partsOf = (namespace: JsonObject, kind: string) => asObject(asObject(namespace.parts)[kind])
  const keep = (namespace: JsonObject, kind: string, part: JsonObject) =>
    namespaces.put({...namespace, parts: {...asObject(namespace.parts), [kind]: part}})
  const without = (parts: JsonObject, name: string): JsonObject =>
    Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name))

  /** The routes of one kind of parts; `list` is the body of the list. */
  const routesOf = (kind: string, list: (parts: JsonObject) => JsonObject): Routes => {
    const all = `${PATH}/:id/${kind}` as const
    const one = `${all}/:name` as const
    const found = (call: Call): [JsonObject, string, JsonObject] => {
      const namespace = namespaces.one(call)
      const name = call.params.name ?? ''
      const part = partsOf(namespace, kind)[name]
      if (part === undefined) throw notFound(`Could not find ${name} in ${kind} of ${call.params.id}.`)
      return [namespace, name, asObject(part)]
    }
    const put = (call: Call, namespace: JsonObject, parts: JsonObject) => {
      const name = asText(call.body.name) ?? call.params.name
      if (name === undefined) throw badRequest("'name' is a required property.")
      const at = `${cloud.now().toISOString().slice(0, 19)}Z`
      const dated = kind === 'properties' ? {} : {created_at: at, updated_at: at}
      const part = {...call.body, name, ...dated}
      keep(namespace, kind, {...parts, [name]: part})
      return part
    }
    const add = (call: Call) => {
      const namespace = namespaces.own(call)
      return {status: 201, body: put(call, namespace, partsOf(namespace, kind))}
    }
    return {
      [`GET ${all}`]: (call: Call) => ({body: list(partsOf(namespaces.one(call), kind))}),
      [`POST ${all}`]: add,
      [`POST ${one}`]: add,
      [`GET ${one}`]: (call: Call) => ({body: found(call)[2]}),
      [`PUT ${one}`](call: Call) {
        const [namespace, name] = found(call)
        return {body: put(call, namespace, without(partsOf(namespace, kind), name))}
      },
      [`DELETE ${one}`](call: Call) {
        const [namespace, name] = found(call)
        keep(namespace, kind, without(partsOf(namespace, kind), name))
        return {status: 204}
      },
      [`DELETE ${all}`](call: Call) {
        keep(namespaces.own(call), kind, {})
        return {status: 204}
      },
    }
  }
  return {
    ...namespaces.routes,
    ...routesOf('objects', (parts) => ({objects: Object.values(parts).map(asObject)})),
    ...routesOf('properties', (properties) => ({properties})),
    ...routesOf('resource_types', (parts) => ({resource_type_associations: Object.values(parts).map(asObject)})),
    ...routesOf('tags', (parts) => ({tags: Object.keys(parts).map((name) => ({name}))})),
    'GET /v2/metadefs/resource_types': () => ({body: {resource_types: TYPES.map((name) => ({name}))}}),
  }
}
