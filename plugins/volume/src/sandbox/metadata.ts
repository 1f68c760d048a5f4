import {asObject} from '@osc-cli/core'
import {type Call, notFound, type RestRecords, type Routes} from '@osc-cli/core/sandbox'

/** The properties below a record: added, replaced, and removed one by one. */
export const metadataRoutes = (path: `/${string}`, records: RestRecords): Routes => ({
  [`POST ${path}/:id/metadata`]: (call: Call) => {
    const record = records.own(call)
    const metadata = {...asObject(record.metadata), ...asObject(call.body.metadata)}
    records.put({...record, metadata})
    return {body: {metadata}}
  },
  [`PUT ${path}/:id/metadata`]: (call: Call) => {
    const metadata = asObject(call.body.metadata)
    records.put({...records.own(call), metadata})
    return {body: {metadata}}
  },
  [`DELETE ${path}/:id/metadata/:key`]: (call: Call) => {
    const record = records.own(call)
    const {[call.params.key ?? '']: gone, ...metadata} = asObject(record.metadata)
    if (gone === undefined) throw notFound(`Metadata item ${call.params.key} was not found.`)
    records.put({...record, metadata})
    return {status: 200}
  },
})
