import {asArray, type JsonObject} from '@osc-cli/core'
import {type Call, type Handler, notFound, type Routes} from '@osc-cli/core/sandbox'
import {one} from '#sandbox/failures'
import {baseUrl, idOf, type Keystone} from '#sandbox/keystone'
import {enforce} from '#sandbox/policy'
import {checkBody, checkValue, type Property} from '#sandbox/schema'

const TAG: Property = {type: 'string', least: 1, most: 255, pattern: /^[^,/]*$/}
export const TAGS: Property = {type: 'array', items: TAG, most: 80, unique: true}

const tagsOf = (project: JsonObject): string[] => asArray(project.tags).map(String)

const TESTS: Readonly<Record<string, (own: string[], requested: string[]) => boolean>> = {
  tags: (own, requested) => requested.every((tag) => own.includes(tag)),
  'tags-any': (own, requested) => requested.some((tag) => own.includes(tag)),
  'not-tags': (own, requested) => !requested.every((tag) => own.includes(tag)),
  'not-tags-any': (own, requested) => !requested.some((tag) => own.includes(tag)),
}

/** Whether a project matches the tag filters of a list. */
export const hasTags = (project: JsonObject, {query}: Call): boolean =>
  Object.entries(TESTS).every(
    ([key, test]) => !query.has(key) || test(tagsOf(project), (query.get(key) ?? '').split(',')),
  )

export function projectTagRoutes(keystone: Keystone): Routes {
  const found = (call: Call, action: string): JsonObject => {
    const {id = ''} = call.params
    const project = keystone.records.projects.get(id)
    enforce(call, action, {projectId: id, ...(project && {domainId: String(project.domain_id)})})
    return one(keystone, 'projects', id)
  }
  const keep = (project: JsonObject, tags: string[]) =>
    keystone.records.projects.put(idOf(project), {...project, tags: tags.toSorted()})
  const withTag = (call: Call, action: string): {project: JsonObject; tag: string} => {
    const project = found(call, action)
    const {tag = ''} = call.params
    if (!tagsOf(project).includes(tag)) throw notFound(`Could not find project tag: ${tag}.`)
    return {project, tag}
  }
  const check: Handler = (call) => {
    withTag(call, 'get_project_tag')
    return {status: 204}
  }
  return {
    'GET /v3/projects/:id/tags': (call) => {
      const project = found(call, 'list_project_tags')
      return {body: {links: {self: baseUrl(call)}, tags: tagsOf(project)}}
    },
    'PUT /v3/projects/:id/tags': (call) => {
      const project = found(call, 'update_project_tags')
      const {tags} = checkBody(call.body, {tags: {...TAGS, required: true}})
      keep(project, asArray(tags).map(String))
      return {body: {links: {self: baseUrl(call)}, tags: asArray(tags)}}
    },
    'DELETE /v3/projects/:id/tags': (call) => {
      keep(found(call, 'delete_project_tags'), [])
      return {status: 204}
    },
    'GET /v3/projects/:id/tags/:tag': check,
    'PUT /v3/projects/:id/tags/:tag': (call) => {
      const project = found(call, 'create_project_tag')
      const {tag = ''} = call.params
      checkValue(tag, TAG)
      keep(project, [...new Set([...tagsOf(project), tag])])
      return {status: 201, headers: {location: `${baseUrl(call)}/projects/${idOf(project)}/tags/${tag}`}}
    },
    'DELETE /v3/projects/:id/tags/:tag': (call) => {
      const {project, tag} = withTag(call, 'delete_project_tag')
      keep(
        project,
        tagsOf(project).filter((other) => other !== tag),
      )
      return {status: 204}
    },
  }
}
