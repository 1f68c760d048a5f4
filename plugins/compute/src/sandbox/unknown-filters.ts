import {atLeast, badRequest, type Call, type Routes, requestedMicroversion} from '@osc-cli/core/sandbox'
import {MICROVERSIONS} from '#sandbox/microversions'

/** Lists without a filter by name. */
const LISTS = ['GET /v2.1/flavors', 'GET /v2.1/flavors/detail', 'GET /v2.1/os-server-groups']

/** Routes of which these lists refuse a filter that they do not have, as Nova does since 2.75. */
export const refusesUnknownFilters = (routes: Routes): Routes =>
  Object.fromEntries(
    Object.entries(routes).map(([route, handle]) => [
      route,
      (call: Call) => {
        const isUnknown = LISTS.includes(route) && call.query.has('name')
        if (isUnknown && atLeast(requestedMicroversion(call, MICROVERSIONS), '2.75'))
          throw badRequest("Additional properties are not allowed ('name' was unexpected)")
        return handle(call)
      },
    ]),
  )
