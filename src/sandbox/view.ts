import type {Json, JsonObject} from '#json'
import {knownFields} from '#sandbox/body'
import type {RestCollection} from '#sandbox/rest-collection'
import type {Call} from '#sandbox/service'

/** How the records of a collection are shown. */
export interface View {
  /** A record by itself, as it is in a list. */
  one(record: JsonObject, call: Call): JsonObject
  /** The body of an answer about one record. */
  body(record: JsonObject, call: Call): JsonObject
  /** The body of a list; `next` is the URL of the next page. */
  list(views: JsonObject[], next: string | undefined, call: Call): Json
}

export function createView(declared: RestCollection): View {
  const {fields, member, collection, view = (record) => record, listBody} = declared
  const one = (record: JsonObject, call: Call): JsonObject => {
    const isKnown = knownFields(declared, call)
    const isShown = (key: string) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      return !field || (!field.hidden && isKnown(field))
    }
    const shown = Object.fromEntries(Object.entries(record).filter(([key]) => isShown(key)))
    return view(shown, call, record)
  }
  return {
    one,
    body: (record, call) => (member === undefined ? one(record, call) : {[member]: one(record, call)}),
    list(views, next, call) {
      if (listBody) return listBody(views, next, call)
      return {[collection]: views, ...(next !== undefined && {[`${collection}_links`]: [{rel: 'next', href: next}]})}
    },
  }
}
