import {asObject, asText} from '@osc-cli/core'
import {notImplemented} from '@osc-cli/core/sandbox'
import type {Handle, NestedSource, ResourceType} from '#sandbox/resources/type'
import {readDocument} from '#sandbox/template/read'

export const RemoteStackResource: ResourceType = {
  name: 'OS::Heat::Stack',
  description: 'A separate stack, created from a template in a property.',
  since: '2015.1',
  properties: {
    context: {type: 'map', description: 'Context of the stack; the sandbox does not support other regions.'},
    template: {type: 'string', description: 'The template.', required: true, updatable: true},
    timeout: {type: 'integer', description: 'Time limit in minutes.', updatable: true},
    parameters: {type: 'map', description: 'The parameters.', default: {}, updatable: true},
  },
  attributes: {
    stack_name: {description: 'The name of the stack.', type: 'string'},
    outputs: {description: 'The outputs of the stack.', type: 'map'},
  },
  validate({context}) {
    if (asObject(context).region_name || asObject(context).credential_secret_id)
      throw notImplemented('a stack in another region (OS::Heat::Stack with a context)')
  },
  create: async (handle) => handle.nested.create(handle, await sourceOf(handle)),
  update: async (handle) => handle.nested.update(handle, await sourceOf(handle)),
  remove: (handle) => handle.nested.remove(handle),
  suspend: (handle) => handle.nested.act(handle, 'SUSPEND'),
  resume: (handle) => handle.nested.act(handle, 'RESUME'),
  check: (handle) => handle.nested.act(handle, 'CHECK'),
  snapshot: (handle) => handle.nested.act(handle, 'SNAPSHOT'),
  attribute(handle, name) {
    if (handle.record.physicalId === null) return undefined
    return name === 'stack_name' ? handle.record.physicalName : handle.nested.outputs(handle)
  },
}

async function sourceOf({properties}: Handle): Promise<NestedSource> {
  const template = await readDocument(asText(properties.template) ?? '')
  return {template, parameters: asObject(properties.parameters), isRemote: true}
}
