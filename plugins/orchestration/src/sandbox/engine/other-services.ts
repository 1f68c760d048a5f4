import {asText, type JsonObject} from '@osc-cli/core'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import {servicesOf} from '#sandbox/engine/services'
import type {View} from '#sandbox/engine/view'
import {invalidStack} from '#sandbox/failures'
import type {ResourceType} from '#sandbox/resources/type'

/** What Heat needs other services for when it checks a template. Nothing is loaded for a template that needs none. */
const names = () => import('#sandbox/resources/openstack/names')

/** Refuses a type of a service that this sandbox does not have. */
export function checkService({name, service}: ResourceType, {world}: View): void {
  if (service === undefined || world.cloud.service(service)) return
  throw new SandboxFailure(
    400,
    `HEAT-E99001 Service ${service} is not available for resource type ${name}, reason: Service endpoint not in service catalog.`,
    {type: 'ResourceTypeUnavailable'},
  )
}

/** Throws PropertyError for the first property that names a flavor, image, network and the like which does not exist. */
export async function checkCustomConstraints(values: JsonObject, type: ResourceType, view: View): Promise<void> {
  if (type.service === undefined) return
  const {withIds} = await names()
  withIds(values, type.properties, servicesOf(view.world, view.stack))
}

/** The same for the parameters of a template. */
export async function checkCustomParameters({template, parameters, world, stack}: View): Promise<void> {
  for (const {name, constraints} of template.parameters.values())
    for (const constraint of constraints) {
      if (constraint.kind !== 'custom_constraint') continue
      const value = asText(parameters.get(name) ?? null)
      if (value === undefined) continue
      const {customViolation} = await names()
      const reason = customViolation(constraint.name, value, servicesOf(world, stack))
      if (reason !== undefined)
        throw invalidStack(`Parameter '${name}' is invalid: ${constraint.description ?? reason}`)
    }
}
