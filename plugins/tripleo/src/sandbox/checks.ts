import {randomUUID} from 'node:crypto'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Clients, stackIn} from '#sandbox/clients'
import {addedServers, environmentOf, rolesOf, stackBody} from '#sandbox/plan'

/** What a validation found. */
export interface Found {
  failed?: string[]
  warned?: string[]
}

/** The validations of `osc.check.v1` by name: each finds what the workflow of that name finds on a cloud. */
export const CHECKS: Readonly<Record<string, (plan: string, cloud: Clients) => Promise<Found>>> = {
  async images_and_flavors(plan, cloud) {
    const roles = await rolesOf(plan, cloud)
    const named = (rows: JsonObject[]) => new Set(rows.flatMap(({name, id}) => [asText(name), asText(id)]))
    const images = asArray((await cloud.request('image', 'GET', '/v2/images?limit=500')).images).map(asObject)
    const imageNames = named(images.filter(({status}) => status === 'active'))
    const flavorNames = named(await flavorsIn(cloud))
    const failed = roles
      .filter(({count}) => count > 0)
      .flatMap(({name, image, flavor}) => [
        ...(imageNames.has(image) ? [] : [`${name}: no active image is named ${image}.`]),
        ...(flavorNames.has(flavor) ? [] : [`${name}: no flavor is named ${flavor}.`]),
      ])
    return {failed}
  },

  async quota(plan, cloud) {
    const [added, flavors] = [await addedServers(plan, cloud), await flavorsIn(cloud)]
    const {absolute} = asObject((await cloud.request('compute', 'GET', '/v2.1/limits')).limits)
    const limits = asObject(absolute)
    const sum = (key: 'vcpus' | 'ram') =>
      added.reduce((all, {count, flavor}) => {
        const found = flavors.find(({name, id}) => name === flavor || id === flavor)
        return all + count * Number(found?.[key] ?? 0)
      }, 0)
    const needs = [
      {
        what: 'servers',
        more: added.reduce((all, {count}) => all + count, 0),
        of: 'Instances',
        used: 'totalInstancesUsed',
      },
      {what: 'processors', more: sum('vcpus'), of: 'Cores', used: 'totalCoresUsed'},
      {what: 'MiB of memory', more: sum('ram'), of: 'RAMSize', used: 'totalRAMUsed'},
    ].map(({of, used, ...need}) => ({
      ...need,
      limit: Number(limits[`maxTotal${of}`]),
      inUse: Number(limits[used] ?? 0),
    }))
    const failed = needs
      .filter(({limit, inUse, more}) => limit >= 0 && inUse + more > limit)
      .map(({what, more, limit, inUse}) => `The deployment adds ${more} ${what}; ${inUse} of ${limit} are in use.`)
    return {failed}
  },

  async network_quota(plan, cloud) {
    const {quota} = await cloud.request('network', 'GET', `/v2.0/quotas/${cloud.project}/details.json`)
    const {limit, used} = asObject(asObject(quota).port)
    // At least one port for each server.
    const added = (await addedServers(plan, cloud)).reduce((all, {count}) => all + count, 0)
    const isOver = Number(limit) >= 0 && Number(used) + added > Number(limit)
    return {failed: isOver ? [`The deployment adds at least ${added} ports; ${used} of ${limit} are in use.`] : []}
  },

  async plan_size(plan, cloud) {
    const bytes = (await cloud.objects(`${plan}-files`)).reduce((all, {bytes}) => all + Number(bytes), 0)
    const text = `The files that Heat reads have ${bytes} bytes. Heat accepts them only if max_json_body_size in its configuration is larger than the default.`
    return {warned: bytes > 2 ** 20 ? [text] : []}
  },

  async templates(plan, cloud) {
    const body = await stackBody(plan, (await environmentOf(plan, cloud)) ?? {}, cloud)
    const {error} = await cloud.heat('POST', '/validate?show_nested=true', body)
    const message = asText(asObject(error).message)
    return {failed: message === undefined ? [] : [message]}
  },

  async token_lifetime(_, cloud) {
    const {token} = await cloud.request('identity', 'GET', '/v3/auth/tokens?nocatalog', {
      headers: {'x-subject-token': cloud.token},
    })
    const minutes = Math.floor((Date.parse(String(asObject(token).expires_at)) - Date.now()) / 60_000)
    const text = `The token expires in ${minutes} minutes.`
    if (minutes < 5) return {failed: [text]}
    return {warned: minutes < 60 ? [`${text} Heat continues a deployment that takes longer.`] : []}
  },

  async machines(_, cloud) {
    const nodes = asArray((await cloud.request('baremetal', 'GET', '/v1/nodes')).nodes).map(asObject)
    const because = (text: unknown) => (asText(text) ? `: ${text}` : '')
    return {
      failed: nodes
        .filter(({provision_state: state}) => /failed$|^error$/.test(String(state)))
        .map(({name, uuid, provision_state: state, last_error: why}) => `${name ?? uuid} is ${state}${because(why)}`),
      warned: nodes
        .filter(({maintenance}) => maintenance === true)
        .map(({name, uuid, maintenance_reason: why}) => `${name ?? uuid} is in maintenance${because(why)}`),
    }
  },

  async servers(plan, cloud) {
    const stack = await stackIn(cloud, plan)
    if (!stack) return {failed: [`Plan ${plan} is not deployed.`]}
    const {resources} = await cloud.heat('GET', `/stacks/${plan}/${stack.id}/resources?nested_depth=5`)
    const ids = asArray(resources)
      .map(asObject)
      .filter(({resource_type: type}) => type === 'OS::Nova::Server')
      .map(({physical_resource_id: id}) => String(id))
    const servers = await Promise.all(ids.map((id) => cloud.request('compute', 'GET', `/v2.1/servers/${id}`)))
    const failed = servers.flatMap((answer) => {
      const {name, status} = asObject(answer.server)
      if (status === undefined) return ['A server of the stack does not exist.']
      return status === 'ACTIVE' ? [] : [`${name} is ${status}.`]
    })
    return {failed}
  },

  async messages(_, cloud) {
    const queue = `/v2/queues/osc-check-${randomUUID()}`
    const headers = {'client-id': randomUUID()}
    const body = {messages: [{ttl: 60, body: {type: 'osc.check.v1.messages'}}]}
    const {status} = await cloud.request('messaging', 'POST', `${queue}/messages`, {headers, body})
    if (status !== 201) return {failed: ['Zaqar does not accept messages.']}
    const {messages} = await cloud.request('messaging', 'GET', `${queue}/messages?echo=true`, {headers})
    await cloud.request('messaging', 'DELETE', queue, {headers})
    return {failed: asArray(messages).length === 1 ? [] : ['Zaqar does not return a message that it accepted.']}
  },
}

const flavorsIn = async (cloud: Clients): Promise<JsonObject[]> =>
  asArray((await cloud.request('compute', 'GET', '/v2.1/flavors/detail')).flavors).map(asObject)
