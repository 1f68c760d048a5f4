import type {Call, Routes} from '@osc-cli/core/sandbox'
import {bytesIn, changedHeaders, listed, placeOf, type Records, transaction} from '#sandbox/records'

/** An account: its containers and metadata. */
export function accountRoutes(records: Records): Routes {
  const headersOf = (account: string) => {
    const containers = records.containersOf(account)
    const objects = containers.flatMap((container) => records.objectsIn(container))
    return {
      ...records.accountHeaders(account),
      ...transaction(records),
      'x-account-container-count': String(containers.length),
      'x-account-object-count': String(objects.length),
      'x-account-bytes-used': String(bytesIn(objects)),
    }
  }
  return {
    'GET /v1/:account'(call: Call) {
      const {account} = placeOf(call)
      if (call.method === 'HEAD') return {status: 204, headers: headersOf(account)}
      const rows = records.containersOf(account).map((container) => {
        const objects = records.objectsIn(container)
        return {name: container.name, count: objects.length, bytes: bytesIn(objects)}
      })
      return {body: listed(rows, call), headers: headersOf(account)}
    },
    'POST /v1/:account'(call: Call) {
      const {account} = placeOf(call)
      records.setAccount(account, changedHeaders(records.accountHeaders(account), call, 'account', /^$/))
      return {status: 204, headers: transaction(records)}
    },
  }
}
