import {asArray, asText, type JsonObject} from '#json'
import {badRequest, notFound} from '#sandbox/failure'
import type {Matches} from '#sandbox/filter'
import type {RestRecords} from '#sandbox/rest-records'
import type {Call, Routes} from '#sandbox/service'

/**
 * The routes for tags of records at `path`, `/v2.0/ports`: read, replace, add, check, remove one and remove all. Tags are in
 * the records' key `tags`.
 */
export function tagRoutes(records: RestRecords, path: `/${string}`): Routes {
  const all = `${path}/:id/tags` as const
  const each = `${all}/:tag` as const
  const tagOf = ({params}: Call) => params.tag ?? ''
  const requireTag = (record: JsonObject, tag: string) => {
    if (!tagsOf(record).includes(tag)) throw notFound(`Tag ${tag} could not be found.`)
  }
  return {
    [`GET ${all}`]: (call: Call) => ({body: {tags: tagsOf(records.one(call))}}),
    [`PUT ${all}`](call: Call) {
      const record = records.own(call)
      if (!Array.isArray(call.body.tags)) throw badRequest("'tags' must be a list.")
      return {body: {tags: tagsOf(records.put({...record, tags: [...new Set(tagsOf(call.body))]}))}}
    },
    [`DELETE ${all}`](call: Call) {
      records.put({...records.own(call), tags: []})
      return {status: 204}
    },
    [`GET ${each}`](call: Call) {
      requireTag(records.one(call), tagOf(call))
      return {status: 204}
    },
    [`PUT ${each}`](call: Call) {
      const record = records.own(call)
      const tags = tagsOf(record)
      if (tags.includes(tagOf(call))) return {status: 204}
      records.put({...record, tags: [...tags, tagOf(call)]})
      return {status: 201}
    },
    [`DELETE ${each}`](call: Call) {
      const record = records.own(call)
      requireTag(record, tagOf(call))
      records.put({...record, tags: tagsOf(record).filter((tag) => tag !== tagOf(call))})
      return {status: 204}
    },
  }
}

/** The filters `tags`, `tags-any`, `not-tags` and `not-tags-any`, each with a comma-separated list. */
export const tagMatches: Matches = {
  tags: (record, value) => tagsIn(value).every((tag) => tagsOf(record).includes(tag)),
  'tags-any': (record, value) => tagsIn(value).some((tag) => tagsOf(record).includes(tag)),
  'not-tags': (record, value) => !tagsIn(value).every((tag) => tagsOf(record).includes(tag)),
  'not-tags-any': (record, value) => !tagsIn(value).some((tag) => tagsOf(record).includes(tag)),
}

const tagsIn = (value: string): string[] => value.split(',')

const tagsOf = ({tags}: JsonObject): string[] => asArray(tags).flatMap((tag) => asText(tag) ?? [])
