import {type Dict, isDict} from '#jinja/values'
import type {PlanEnvironment} from '#plan/environment'
import {textOf} from '#plan/files'
import {readYaml} from '#plan/yaml'

/** Every value that Heat gets: those of the environment files in their order, then the plan's own. */
export function allValues(files: ReadonlyMap<string, Buffer | string>, environment: PlanEnvironment): Dict {
  const parts = environment.environments.flatMap((path) => {
    const content = readYaml(path, textOf(files, path) ?? '')
    return ['parameters', 'parameter_defaults'].map((key) => (isDict(content) ? content.get(key) : undefined))
  })
  return new Map([...parts, environment.values()].flatMap((part) => (isDict(part) ? [...part] : [])))
}
