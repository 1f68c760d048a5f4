import {Args, asObject, Flags, type JsonObject, Known, OscCommand, tagUnsetFlags, UsageError} from '@osc-cli/core'
import {clearedProperties, extraPropertyFlags} from '#extra-property'
import {routeFlag} from '#router-options'
import {asRoutes} from '#subnet-body'
import {saveTags} from '#tags'
import {without} from '#without'

export default class RouterUnset extends OscCommand {
  static override summary = 'Remove properties of a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/extensions',
    'PUT /v2.0/routers/{id}/remove_external_gateways',
    'PUT /v2.0/routers/{id}',
    'PUT /v2.0/routers/{id}/tags',
  ]
  static override seeAlso = ['router set']
  static override examples = [
    {command: 'osc router unset --external-gateway edge', description: 'Remove the external gateway'},
  ]
  static override args = {
    router: Args.string({description: 'Router to change (name or ID)', required: true}),
  }
  static override flags = {
    route: routeFlag('Static route to remove (repeatable)'),
    'external-gateway': Flags.boolean({description: 'Remove the external gateway'}),
    'qos-policy': Flags.boolean({description: 'Remove the QoS policy of the gateway'}),
    ...tagUnsetFlags('router'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterUnset)
    const routers = this.api(Known.Router)
    const router = await routers.find(args.router)
    const {network_id: network, qos_policy_id: policy} = asObject(router.external_gateway_info)
    if (flags['qos-policy'] && (!network || policy === undefined))
      throw new UsageError('The router does not have an external gateway with a QoS policy.')
    const body: JsonObject = {
      routes: without(router.routes, asRoutes(flags.route), 'Router', 'route'),
      external_gateway_info: flags['external-gateway']
        ? {}
        : flags['qos-policy']
          ? {network_id: network, qos_policy_id: null}
          : undefined,
      ...clearedProperties(flags),
    }
    if (flags['external-gateway'] && (await this.offers('external-gateway-multihoming')))
      await routers.send(String(router.id), 'PUT', '/remove_external_gateways', {router: {external_gateways: {}}})
    await routers.update(String(router.id), body)
    await saveTags(routers, router, flags, true)
  }
}
