import {posix} from 'node:path'
import {OscError} from '@osc-cli/core'
import {TemplateError} from '#jinja/error'
import {Jinja} from '#jinja/jinja'
import {type Dict, isDict} from '#jinja/values'
import {networksOf, rolesOf} from '#plan/data'
import {PlanFile, type PlanFiles, textOf} from '#plan/files'
import {readYaml} from '#plan/yaml'

/**
 * Renders every `*.j2.yaml` of a plan as tripleo-common does, and returns the rendered files:
 * `*.role.j2.yaml` once for each role, `*.network.j2.yaml` once for each enabled network, others once.
 */
export function renderPlan(files: PlanFiles): Map<string, string> {
  const rendered = new Map<string, string>()
  const jinjas = new Map<string, Jinja>()
  for (const [file, {name, template, values}] of renderings(files)) {
    const folder = posix.dirname(name)
    const jinja = jinjas.get(folder) ?? new Jinja({load: (wanted) => included(files, folder, wanted)})
    jinjas.set(folder, jinja)
    rendered.set(file, render(jinja, name, template, values))
  }
  return rendered
}

/** The files that are rendered from others, each with its template. */
export function renderedFrom(files: PlanFiles): Map<string, string> {
  return new Map([...renderings(files)].map(([file, {name}]) => [file, name]))
}

interface Rendering {
  /** The template's file. */
  name: string
  template: string
  values: Map<string, unknown>
}

function renderings(files: PlanFiles): Map<string, Rendering> {
  const names = [...files.keys()].filter((one) => one.endsWith('.j2.yaml')).sort()
  if (names.length === 0 && !files.has(PlanFile.roles)) return new Map()
  const [roles, networks] = [rolesOf(files), networksOf(files)]
  const all = names.flatMap((name) => {
    const template = textOf(files, name) ?? ''
    return outputsOf(name, template, roles, networks).map(({file, values}): [string, Rendering] => [
      file,
      {name, template, values},
    ])
  })
  const excluded = excludedNames(files)
  return new Map(all.filter(([file]) => !excluded.includes(file)))
}

interface Output {
  file: string
  values: Map<string, unknown>
}

function outputsOf(name: string, template: string, roles: Dict[], networks: Dict[]): Output[] {
  if (name.endsWith('.role.j2.yaml')) {
    // Old templates print `role` itself, which is then the name.
    const whole = template.includes('{{role.name}}')
    return roles.map((role) => ({
      file: roleFile(name, role),
      values: new Map<string, unknown>([
        ['role', whole ? role : role.get('name')],
        ['networks', networks],
      ]),
    }))
  }
  if (name.endsWith('.network.j2.yaml'))
    return networks
      .filter((network) => network.get('enabled') !== false)
      .map((network) => ({file: networkFile(name, network), values: new Map([['network', network]])}))
  const values = new Map<string, unknown>([
    ['roles', roles],
    ['networks', networks],
  ])
  return [{file: name.replace('.j2.yaml', '.yaml'), values}]
}

function roleFile(name: string, role: Dict): string {
  const folder = posix.dirname(name)
  const roleName = String(role.get('name')).toLowerCase()
  if (folder.includes('network/config'))
    return posix.join(folder, String(role.get('deprecated_nic_config_name') || `${roleName}.yaml`))
  return posix.join(folder, `${roleName}-${posix.basename(name).replace('.role.j2.yaml', '.yaml')}`)
}

function networkFile(name: string, network: Dict): string {
  const folder = posix.dirname(name)
  const file = posix.basename(name).replace('.network.j2.yaml', '.yaml')
  const word = folder.endsWith('ports') ? 'port' : 'network'
  return posix.join(folder, file.replaceAll(word, String(network.get('name_lower'))))
}

/** An included file: looked for beside the template, then from the top of the plan. */
function included(files: PlanFiles, folder: string, name: string): string | undefined {
  return textOf(files, posix.join(folder, name)) ?? textOf(files, posix.normalize(name))
}

function excludedNames(files: PlanFiles): unknown[] {
  const excludes = readYaml(PlanFile.excludes, textOf(files, PlanFile.excludes) ?? '')
  const names = isDict(excludes) ? excludes.get('name') : undefined
  return Array.isArray(names) ? names : []
}

function render(jinja: Jinja, name: string, template: string, values: Map<string, unknown>): string {
  try {
    return jinja.render(name, template, values)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    throw new OscError(error.message, {code: 'Template', cause: error})
  }
}
