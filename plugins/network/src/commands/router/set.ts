import {
  Args,
  asArray,
  asObject,
  Flags,
  type Json,
  type JsonObject,
  Known,
  OscCommand,
  tagSetFlags,
  UsageError,
} from '@osc-cli/core'
import {type GatewayFlags, gatewayBody} from '#external-gateway'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {qosPolicyId} from '#qos-policy'
import {routeFlag, routerBody, routerFlags, routerNeeds} from '#router-options'
import {asRoutes} from '#subnet-body'
import {saveTags} from '#tags'

export default class RouterSet extends OscCommand {
  static override summary = 'Change a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'GET /v2.0/extensions',
    'PUT /v2.0/routers/{id}',
    'PUT /v2.0/routers/{id}/update_external_gateways',
    'PUT /v2.0/routers/{id}/tags',
  ]
  static override needs = {
    ...routerNeeds,
    'no-qos-policy': {extension: 'qos-gateway-ip'},
  }
  static override seeAlso = ['router unset', 'router add subnet']
  static override examples = [
    {command: 'osc router set --external-gateway public edge', description: 'Set the external gateway'},
    {command: 'osc router set --no-route edge', description: 'Remove all static routes'},
  ]
  static override args = {
    router: Args.string({description: 'Router to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...Flags.choices({enable: 'Enable the router', disable: 'Disable the router'}),
    ...routerFlags,
    route: routeFlag('Static route to add (repeatable)'),
    'no-route': Flags.boolean({description: 'Remove the existing routes first'}),
    'qos-policy': Flags.string({
      description: 'QoS policy for the gateway (name or ID)',
      helpValue: 'QOS-POLICY',
      exclusive: ['no-qos-policy'],
    }),
    'no-qos-policy': Flags.boolean({description: 'Remove the QoS policy of the gateway', exclusive: ['qos-policy']}),
    ...tagSetFlags('router'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterSet)
    const routers = this.api(Known.Router)
    const router = await routers.find(args.router)
    const {external_gateways: gateways, ...gateway} = await gatewayBody(this, flags)
    await routers.update(String(router.id), {
      name: flags.name,
      ...routerBody(flags),
      ...gateway,
      ...(await this.gatewayChange(router, flags)),
      routes: routesAfter(asArray(router.routes), asRoutes(flags.route), flags['no-route']),
      ...extraProperties(flags),
    })
    if (gateways)
      await routers.send(String(router.id), 'PUT', '/update_external_gateways', {router: {external_gateways: gateways}})
    await saveTags(routers, router, flags)
  }

  /** Without --external-gateway only the QoS policy of the present gateway can be changed. */
  private async gatewayChange(router: JsonObject, flags: GatewayFlags & Record<string, unknown>): Promise<JsonObject> {
    if (flags['external-gateway'] !== undefined) return {}
    const policy = await qosPolicyId(this.api, flags)
    if (policy === undefined) return {}
    const {network_id: network} = asObject(router.external_gateway_info)
    if (network === undefined)
      throw new UsageError('The router does not have an external gateway to set a QoS policy on.', {
        hint: 'Add --external-gateway.',
      })
    return {external_gateway_info: {network_id: network, qos_policy_id: policy}}
  }
}

/** New routes come first, as in `openstack`. */
function routesAfter(current: readonly Json[], added: readonly Json[] | undefined, isCleared: boolean) {
  if (added === undefined && !isCleared) return undefined
  return [...(added ?? []), ...(isCleared ? [] : current)]
}
