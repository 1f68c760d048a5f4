import type {Call, Routes} from '@osc-cli/core/sandbox'
import {changedHeaders, listed, placeOf, type Records} from '#sandbox/records'

/** An account: its containers and metadata. */
export function accountRoutes(records: Records): Routes {
  const headersOf = (account: string) => {
    const objects = records.containersOf(account).flatMap((container) => records.objectsIn(container))
    return {
      ...records.accountHeaders(account),
      'x-trans-id': `tx${records.cloud.newId()}`,
      'x-account-container-count': String(records.containersOf(account).length),
      'x-account-object-count': String(objects.length),
      'x-account-bytes-used': String(objects.reduce((sum, {size}) => sum + size, 0)),
    }
  }
  return {
    'GET /v1/:account'(call: Call) {
      const {account} = placeOf(call)
      if (call.method === 'HEAD') return {status: 204, headers: headersOf(account)}
      const rows = records.containersOf(account).map((container) => {
        const objects = records.objectsIn(container)
        return {name: container.name, count: objects.length, bytes: objects.reduce((sum, {size}) => sum + size, 0)}
      })
      return {body: listed(rows, call), headers: headersOf(account)}
    },
    'POST /v1/:account'(call: Call) {
      const {account} = placeOf(call)
      records.setAccount(account, changedHeaders(records.accountHeaders(account), call, 'account', /^$/))
      return {status: 204, headers: {'x-trans-id': `tx${records.cloud.newId()}`}}
    },
  }
}
