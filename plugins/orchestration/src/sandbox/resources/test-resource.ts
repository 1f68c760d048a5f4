import {asObject, type JsonObject} from '@osc-cli/core'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

const seconds = (description: string) => ({type: 'number', description, updatable: true}) as const
const text = (description: string) => ({type: 'string', description, default: '', updatable: true}) as const

export const TestResource: ResourceType = {
  name: 'OS::Heat::TestResource',
  description: 'For tests: keeps a text, and waits and fails as configured.',
  since: '5.0.0',
  properties: {
    constraint_prop_secs: {...seconds('Duration of the check of this property.'), default: 0},
    attr_wait_secs: {...seconds('Duration of reading the attribute.'), default: 0},
    value: {type: 'string', description: 'Text to keep.', default: 'test_string', updatable: true},
    update_replace_value: {type: 'string', description: 'Text that cannot be updated in place.'},
    fail: {type: 'boolean', description: 'Make create and update fail.', default: false, updatable: true},
    update_replace: {
      type: 'boolean',
      description: 'Replace the resource when the value is updated.',
      default: false,
      updatable: true,
    },
    wait_secs: {...seconds('Duration of each action in seconds (-1: unlimited).'), default: 0},
    action_wait_secs: {
      type: 'map',
      description: 'Durations of individual actions.',
      updatable: true,
      schema: {
        create: seconds('Duration of create (default: wait_secs).'),
        update: seconds('Duration of update (default: wait_secs).'),
        delete: seconds('Duration of delete (default: wait_secs).'),
      },
    },
    client_name: text('OpenStack client to call (not available in the sandbox).'),
    entity_name: text('Entity of the client (not available in the sandbox).'),
  },
  attributes: {output: {description: 'Stored text.'}},
  async create(handle) {
    if (handle.properties.fail !== true) {
      handle.setData({value: handle.properties.value})
      handle.setPhysicalId(handle.record.physicalName)
    }
    await effort(handle, 'create')
  },
  replaces: (changed, after) => changed.has('value') && after.update_replace === true,
  async update(handle, _before, changed) {
    const hasValue = changed.has('value') && Boolean(handle.properties.value)
    if (hasValue && handle.properties.fail !== true) handle.setData({value: handle.properties.value})
    await effort(handle, hasValue ? 'update' : undefined)
  },
  remove: (handle) => wait(handle, 'delete'),
  attribute: ({record}) => record.data.value,
}

async function effort(handle: Handle, action: 'create' | 'update' | undefined): Promise<void> {
  if (action !== undefined) await wait(handle, action)
  if (handle.properties.fail === true)
    throw new ResourceFailure('ValueError', `Test Resource failed ${handle.record.name}`)
}

function wait(handle: Handle, action: 'create' | 'update' | 'delete'): Promise<void> {
  const time = secondsOf(handle.properties, action)
  return time < 0 ? new Promise(() => {}) : handle.wait(time * 1000)
}

const secondsOf = (properties: JsonObject, action: string): number =>
  Number(String(asObject(properties.action_wait_secs)[action] ?? properties.wait_secs ?? 0))
