import type {Json} from '@osc-cli/core'
import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {checkProject} from '#sandbox/api/find-stack'
import {changesOf} from '#sandbox/api/preview-changes'
import {nestedView, plannedJson} from '#sandbox/api/preview-json'
import {stackJson} from '#sandbox/api/stack-json'
import {patchedSource, requestSource, requestStack} from '#sandbox/api/stack-request'
import type {Context} from '#sandbox/engine/context'
import {draftStack} from '#sandbox/engine/new-stack'
import {propertiesOf, resolvedProperties} from '#sandbox/engine/resource-properties'
import {validateStack} from '#sandbox/engine/validate'
import type {View} from '#sandbox/engine/view'
import {stackExists} from '#sandbox/failures'

export function previewRoutes(context: Context): Routes {
  const {cloud} = context.world
  const previewUpdate = (read: typeof patchedSource) => (call: Call) =>
    changesOf(context, call, (sent, stack) => read(sent, stack, cloud))
  return {
    'POST /v1/:project/stacks/preview': (call) => previewStack(context, call),
    'PUT /v1/:project/stacks/:name/:id/preview': previewUpdate((call) => requestSource(call, cloud)),
    'PATCH /v1/:project/stacks/:name/:id/preview': previewUpdate(patchedSource),
  }
}

async function previewStack(context: Context, call: Call): Promise<Answer> {
  checkProject(call)
  const {world} = context
  const draft = {...draftStack(world, await requestStack(call, '', world.cloud)), id: 'None'}
  const {name, projectId} = draft
  if (world.stacks.find({projectId, name, deletedAt: null}).length > 0) throw stackExists(name)
  const view = await validateStack(context, draft)
  const {stack_status: _status, stack_status_reason: _reason, ...shown} = stackJson(call, draft, view, false)
  return {
    body: {
      stack: {...shown, stack_user_project_id: null, outputs: [], resources: await previewResources(context, view)},
    },
  }
}

/** A nested stack is shown as the list of its resources. */
async function previewResources(context: Context, view: View): Promise<Json[]> {
  return Promise.all(
    [...view.definitions.values()].map(async (definition): Promise<Json> => {
      const type = view.typeOf(definition.name)
      const properties = propertiesOf(type, resolvedProperties(view, definition))
      const below = await nestedView(context, view, definition.name)
      if (below) return previewResources(context, below)
      return {
        ...plannedJson(view, definition.name),
        description: definition.description,
        metadata: definition.metadata,
        attributes: Object.fromEntries(Object.keys(type.attributes).map((name) => [name, null])),
        properties,
      }
    }),
  )
}
