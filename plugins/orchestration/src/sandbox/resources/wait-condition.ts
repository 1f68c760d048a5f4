import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'
import type {ResourceRecord} from '#sandbox/engine/records'
import type {World} from '#sandbox/engine/world'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

export const WaitConditionResource: ResourceType = {
  name: 'OS::Heat::WaitCondition',
  description: 'Waits until its handle has received a number of signals.',
  since: '2014.2',
  properties: {
    handle: {type: 'string', description: 'Handle that receives the signals.', required: true},
    timeout: {
      type: 'number',
      description: 'Time limit in seconds.',
      required: true,
      constraints: [{kind: 'range', min: 1, max: 43200}],
    },
    count: {
      type: 'integer',
      description: 'Number of signals required.',
      default: 1,
      updatable: true,
      constraints: [{kind: 'range', min: 1, max: undefined}],
    },
  },
  attributes: {data: {description: 'Data of the signals, as JSON by signal ID.', type: 'string'}},
  create: waitForSignals,
  update: waitForSignals,
  attribute(handle) {
    const signals = Object.entries(asObject(handleOf(handle)?.metadata))
    return pythonJson(Object.fromEntries(signals.map(([id, signal]) => [id, asObject(signal).data ?? null])))
  },
  reference: ({record}) => record.physicalId ?? record.name,
}

function handleOf({world, record, properties}: Handle): ResourceRecord | undefined {
  return world.resources.find({stackId: record.stackId, physicalId: asText(properties.handle)})[0]
}

async function waitForSignals(handle: Handle): Promise<void> {
  const source = handleOf(handle)
  if (!source) throw new ResourceFailure('ValueError', 'WaitConditionHandle invalid')
  const count = Number(handle.properties.count)
  let isOver = false
  const timeout = handle.wait(Number(String(handle.properties.timeout)) * 1000).then(() => {
    isOver = true
  })
  for (;;) {
    const signals = Object.values(asObject(handle.world.resources.get(source.id)?.metadata)).map(asObject)
    const failed = signals.filter((signal) => signal.status !== 'SUCCESS')
    if (failed.length > 0)
      throw new ResourceFailure('WaitConditionFailure', failed.map((signal) => asText(signal.reason) ?? '').join(';'))
    if (signals.length >= count) return
    if (isOver) throw new ResourceFailure('WaitConditionTimeout', timeoutText(signals, count))
    await Promise.race([timeout, nextSignal(handle.world, source.id)])
  }
}

const timeoutText = (signals: readonly JsonObject[], count: number): string => {
  const reasons = signals.map((signal) => asText(signal.reason) ?? '').join(';')
  return `${signals.length} of ${count} received${reasons ? ` - ${reasons}` : ''}`
}

const nextSignal = ({signals}: World, id: string): Promise<void> =>
  new Promise((resolve) => {
    signals.once(id, resolve)
  })
