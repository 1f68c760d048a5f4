import {OscError} from '@osc-cli/core'
import {type Dict, isDict, isList} from '#jinja/values'
import {PlanFile, type PlanFiles, textOf} from '#plan/files'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'

/** The parts with values, the later the stronger. */
const VALUES = ['passwords', 'derived_parameters', 'parameter_defaults'] as const
type Part = (typeof VALUES)[number] | 'resource_registry'

/** A plan's `plan-environment.yaml`: its root template, its environments in order, and its values. */
export class PlanEnvironment {
  readonly #content: Dict

  constructor(text: string) {
    const content = readYaml(PlanFile.environment, text) ?? new Map()
    if (!isDict(content)) throw new OscError(`${PlanFile.environment}: Expected a dictionary.`)
    this.#content = content
  }

  get name(): string {
    return String(this.#content.get('name') ?? '')
  }

  set name(name: string) {
    this.#content.set('name', name)
  }

  get description(): string {
    return String(this.#content.get('description') ?? '')
  }

  get template(): string {
    return String(this.#content.get('template') ?? 'overcloud.yaml')
  }

  /** Paths of the environment files, in order. */
  get environments(): string[] {
    const all = this.#content.get('environments')
    return (isList(all) ? all : []).flatMap((one) => (isDict(one) && one.has('path') ? [String(one.get('path'))] : []))
  }

  /** Adds an environment file behind the others; one that is there already stays where it is. */
  addEnvironment(path: string): void {
    if (this.environments.includes(path)) return
    const all = this.#content.get('environments')
    this.#content.set('environments', [...(isList(all) ? all : []), new Map([['path', path]])])
  }

  /** False when the plan does not use the file. */
  removeEnvironment(path: string): boolean {
    if (!this.environments.includes(path)) return false
    const all = this.#content.get('environments')
    this.#content.set(
      'environments',
      (isList(all) ? all : []).filter((one) => !(isDict(one) && one.get('path') === path)),
    )
    return true
  }

  /** A part with values; changes of it are changes of the plan. */
  part(name: Part): Dict {
    const part = this.#content.get(name)
    if (isDict(part)) return part
    const created: Dict = new Map()
    this.#content.set(name, created)
    return created
  }

  /** Every value that the plan sets, as Heat gets it. */
  values(): Dict {
    return new Map(VALUES.flatMap((name) => [...this.part(name)]))
  }

  /** Its text. JSON is YAML, and the form in which TripleO's workflows write it. */
  text(): string {
    return `${JSON.stringify(toJson(this.#content), undefined, 2)}\n`
  }
}

/** The environment of a plan from its file, or an empty one; under another name if given. */
export function environmentOf(files: PlanFiles, name?: string): PlanEnvironment {
  const environment = new PlanEnvironment(textOf(files, PlanFile.environment) ?? '')
  if (name !== undefined) environment.name = name
  return environment
}
