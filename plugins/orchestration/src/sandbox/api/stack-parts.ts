import type {Routes} from '@osc-cli/core/sandbox'
import {findStack} from '#sandbox/api/find-stack'
import {outputJson} from '#sandbox/api/stack-json'
import type {Context} from '#sandbox/engine/context'
import {environmentJson, exportOf} from '#sandbox/engine/export'
import {definedOutputs, outputOf} from '#sandbox/engine/outputs'
import {notFoundHere} from '#sandbox/failures'

const BASE = '/v1/:project/stacks/:name/:id'

/** Parts of a stack: template, environment, files, outputs, export. */
export function stackPartRoutes(context: Context): Routes {
  return {
    [`GET ${BASE}/template`]: (call) => ({body: findStack(context, call).source.template}),
    [`GET ${BASE}/environment`]: (call) => {
      const {environment} = findStack(context, call).source
      return {body: {...environmentJson(environment), encrypted_param_names: []}}
    },
    [`GET ${BASE}/files`]: (call) => ({body: findStack(context, call).source.files}),
    [`GET ${BASE}/export`]: (call) => ({body: exportOf(context.world, findStack(context, call))}),
    [`GET ${BASE}/outputs`]: async (call) => {
      const view = await context.views.load(findStack(context, call))
      const outputs = definedOutputs(view).map(([key, {description}]) => ({
        output_key: key,
        description: description ?? 'No description given',
      }))
      return {body: {outputs}}
    },
    [`GET ${BASE}/outputs/:output`]: async (call) => {
      const view = await context.views.load(findStack(context, call))
      const {output: key = ''} = call.params
      const found = definedOutputs(view).find(([name]) => name === key)
      if (!found) throw notFoundHere(`Specified output key ${key} not found.`)
      return {body: {output: outputJson(outputOf(view, ...found))}}
    },
  }
}
