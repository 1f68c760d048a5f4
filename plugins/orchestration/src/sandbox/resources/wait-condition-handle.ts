import {randomBytes} from 'node:crypto'
import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'
import {changeResource} from '#sandbox/engine/states'
import {signalUrl} from '#sandbox/resources/signal-url'
import type {Handle, ResourceType} from '#sandbox/resources/type'

export const WaitConditionHandleResource: ResourceType = {
  name: 'OS::Heat::WaitConditionHandle',
  description: 'Receives the signals that a wait condition waits for.',
  since: '2014.2',
  properties: {
    signal_transport: {
      type: 'string',
      description: 'Transport of the signals.',
      default: 'TOKEN_SIGNAL',
      constraints: [
        {
          kind: 'allowed_values',
          values: ['CFN_SIGNAL', 'TEMP_URL_SIGNAL', 'HEAT_SIGNAL', 'NO_SIGNAL', 'ZAQAR_SIGNAL', 'TOKEN_SIGNAL'],
        },
      ],
    },
  },
  attributes: {
    token: {description: 'Token that is only valid for sending signals.', type: 'string'},
    endpoint: {description: 'URL to POST a signal to.', type: 'string'},
    curl_cli: {description: 'curl command that sends a signal.', type: 'string'},
    signal: {description: 'Everything needed to send a signal, as JSON.', type: 'string'},
  },
  create(handle) {
    handle.setData({token: randomBytes(24).toString('base64url')})
    handle.setPhysicalId(randomBytes(16).toString('hex'))
  },
  attribute(handle, name) {
    const token = asText(handle.record.data.token)
    if (token === undefined) return null
    const endpoint = signalUrl(handle)
    const values: JsonObject = {
      token,
      endpoint,
      curl_cli: curl(token, endpoint),
      signal: usesHeat(handle) ? pythonJson({endpoint, token}) : 'null',
    }
    return values[name]
  },
  signal(handle, details) {
    const {record, world} = handle
    const known = asObject(record.metadata)
    const number = Object.keys(known).length + 1
    const id = asText(details.id) ?? String(number)
    const status = asText(details.status) ?? 'SUCCESS'
    // Heat ignores signals with an unknown status.
    if (status !== 'SUCCESS' && status !== 'FAILURE') return {}
    const reason = asText(details.reason) ?? `Signal ${number} received`
    changeResource(world, record.id, {
      metadata: {...known, [id]: {data: details.data ?? null, reason, status}},
    })
    return {reason: `Signal: status:${status} reason:${reason}`}
  },
}

const usesHeat = ({properties}: Handle): boolean => properties.signal_transport === 'HEAT_SIGNAL'

const curl = (token: string, url: string): string =>
  `curl -i -X POST -H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json' -H 'Accept: application/json' ${url}`
