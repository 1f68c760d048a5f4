import {randomBytes} from 'node:crypto'
import {asText, type JsonObject} from '@osc-cli/core'
import {resize, sizeOf} from '#sandbox/resources/autoscaling-group'
import {signalUrl} from '#sandbox/resources/signal-url'
import type {Handle, ResourceType} from '#sandbox/resources/type'

export const ScalingPolicyResource: ResourceType = {
  name: 'OS::Heat::ScalingPolicy',
  description: 'Changes the number of resources of an auto-scaling group when it is signaled.',
  since: '2014.1',
  properties: {
    auto_scaling_group_id: {type: 'string', description: 'Auto-scaling group.', required: true},
    scaling_adjustment: {type: 'number', description: 'Change of the number.', required: true, updatable: true},
    adjustment_type: {
      type: 'string',
      description: 'Whether the change is a difference, the new number, or a percentage.',
      required: true,
      updatable: true,
      constraints: [
        {kind: 'allowed_values', values: ['change_in_capacity', 'exact_capacity', 'percent_change_in_capacity']},
      ],
    },
    cooldown: {type: 'number', description: 'Seconds in which further signals are ignored.', updatable: true},
    min_adjustment_step: {
      type: 'integer',
      description: 'Minimum change of a percentage.',
      updatable: true,
      constraints: [{kind: 'range', min: 0, max: undefined}],
    },
  },
  attributes: {
    alarm_url: {description: 'URL for alarms, which need no token.', type: 'string'},
    signal_url: {description: 'URL to POST a signal to.', type: 'string'},
  },
  create(handle) {
    handle.setData({token: randomBytes(24).toString('base64url')})
    handle.setPhysicalId(randomBytes(16).toString('hex'))
  },
  update: () => {},
  attribute: (handle, name) =>
    name === 'alarm_url' ? `${signalUrl(handle)}?token=${asText(handle.record.data.token) ?? ''}` : signalUrl(handle),
  signal(handle, _, sibling) {
    const group = sibling(asText(handle.properties.auto_scaling_group_id) ?? '')
    if (!group || isCoolingDown(handle)) return {}
    const before = sizeOf(group)
    const after = newSize(before, handle.properties)
    handle.setData({scaled_at: handle.world.cloud.now().getTime()})
    // The signal is answered at once; a failure of the change is the state of the group's nested stack.
    resize(group, after).catch((error) => handle.world.cloud.log(String(error)))
    return {reason: `Signal: the group ${group.record.name} is changed from ${before} to ${after} resources`}
  },
}

const isCoolingDown = ({properties, record, world}: Handle): boolean => {
  const last = Number(record.data.scaled_at ?? 0)
  return world.cloud.now().getTime() < last + Number(properties.cooldown ?? 0) * 1000
}

function newSize(size: number, properties: JsonObject): number {
  const change = Number(properties.scaling_adjustment)
  if (properties.adjustment_type === 'exact_capacity') return change
  if (properties.adjustment_type === 'change_in_capacity') return size + change
  const share = (size * change) / 100
  // Away from zero below one, towards zero above.
  const rounded = Math.abs(share) < 1 ? Math.sign(share) * Math.ceil(Math.abs(share)) : Math.trunc(share)
  const step = Number(properties.min_adjustment_step ?? 0)
  return size + (step > Math.abs(rounded) ? Math.sign(rounded) * step : rounded)
}
