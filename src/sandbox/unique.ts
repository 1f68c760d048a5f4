import {asText, type JsonObject} from '#json'
import {nounOf} from '#sandbox/access'
import {conflict} from '#sandbox/failure'
import type {RestCollection} from '#sandbox/rest-collection'

/** 409 when another record of the same project, below the same parents, has the value that must be unique. */
export function checkUnique(
  record: JsonObject,
  declared: RestCollection,
  find: (match: Record<string, string | undefined>) => JsonObject[],
): void {
  const {unique, idKey = 'id', projectKey, parents = {}} = declared
  if (unique === undefined) return
  const value = asText(record[unique])
  if (value === undefined) return
  const scope = [projectKey, ...Object.values(parents).map(({key}) => key)].filter((key) => key !== undefined)
  const others = find({[unique]: value}).filter(
    (other) => other[idKey] !== record[idKey] && scope.every((key) => other[key] === record[key]),
  )
  if (others.length > 0) throw conflict(`A ${nounOf(declared)} with the ${unique} '${value}' already exists.`)
}
