import {type Call, forbidden, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {pageOfNamed} from '#sandbox/page'

/**
 * Pools or flavors: records that administrators create by name. Not a `restCollection`: PUT also replaces a record, nothing is
 * returned for it, and a list always links to a next page.
 */
export function namedRoutes(cloud: SandboxCloud, collection: 'pools' | 'flavors'): Routes {
  const records = cloud.store.collection(`messaging/${collection}`)
  const nameOf = (call: Call): string => {
    if (!call.caller.roles.includes('admin')) throw forbidden(`Only administrators have access to ${collection}.`)
    return call.params.name ?? ''
  }
  const one = (call: Call) => {
    const record = records.get(nameOf(call))
    if (record) return record
    throw notFound(`No ${collection.slice(0, -1)} '${call.params.name}' exists.`)
  }
  const path = `/v2/${collection}/:name` as const
  return {
    [`GET /v2/${collection}`]: (call: Call) => {
      nameOf(call)
      return {body: pageOfNamed(records.find(), call, collection)}
    },
    [`GET ${path}`]: (call: Call) => ({body: one(call)}),
    [`PUT ${path}`]: (call: Call) => {
      const name = nameOf(call)
      records.put(name, {name, href: `/v2/${collection}/${name}`, ...call.body})
      return {status: 201}
    },
    [`PATCH ${path}`]: (call: Call) => {
      records.put(nameOf(call), {...one(call), ...call.body})
      return {body: one(call)}
    },
    [`DELETE ${path}`]: (call: Call) => {
      records.delete(nameOf(call))
      return {status: 204}
    },
  }
}
