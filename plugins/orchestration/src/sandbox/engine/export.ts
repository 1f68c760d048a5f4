import {asObject, type JsonObject} from '@osc-cli/core'
import type {StackRecord} from '#sandbox/engine/records'
import type {World} from '#sandbox/engine/world'

/** A stack with the data of its resources, as stored in snapshots and returned by `stack export`. */
export function exportOf(world: World, stack: StackRecord): JsonObject {
  const {name, id, action, status, source, projectId, userProjectId, tags} = stack
  const {environment, files, template} = source
  const resources = world.resources.find({stackId: id, isCurrent: true}).map((resource) => {
    const nested = resource.physicalId === null ? undefined : world.stacks.get(resource.physicalId)
    return [
      resource.name,
      {
        name: resource.name,
        resource_id: resource.physicalId,
        type: resource.type,
        action: resource.action,
        status: resource.status,
        metadata: resource.metadata,
        ...(nested && nested.parent !== null ? exportOf(world, nested) : {resource_data: resource.data}),
      },
    ]
  })
  return {
    name,
    id,
    action,
    environment: environmentJson(environment),
    files,
    status,
    template,
    resources: Object.fromEntries(resources),
    project_id: projectId,
    stack_user_project_id: userProjectId,
    tags: tags ?? [],
  }
}

export const environmentJson = (environment: JsonObject): JsonObject => ({
  resource_registry: {resources: {}, ...asObject(environment.resource_registry)},
  parameters: asObject(environment.parameters),
  parameter_defaults: asObject(environment.parameter_defaults),
  event_sinks: [],
})
