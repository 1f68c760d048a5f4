import {randomInt} from 'node:crypto'
import {type Dict, isDict} from '#jinja/values'
import {readYaml} from '#plan/yaml'

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 25
/** Values with a form of their own, which tripleo-common creates. */
const SPECIAL = /^(?:KeystoneFernetKey.*|KeystoneCredential.*|Ceph.*Key|MigrationSshKey|HeatAuthEncryptionKey)$/

/** A password of letters and digits, from a cryptographically secure source. */
export function createPassword(length = LENGTH): string {
  return Array.from({length}, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')
}

export interface MissingPasswords {
  /** Parameters that a password can be created for. */
  created: string[]
  /** Parameters whose value needs a form of its own, such as a key pair. */
  special: string[]
}

/** Hidden parameters of the templates that have neither a default nor one of the values. */
export function missingPasswords(templates: ReadonlyMap<string, string>, values: Dict): MissingPasswords {
  const missing = new Set<string>()
  for (const [name, parameter] of hiddenParameters(templates))
    if (!parameter.has('default') && !values.has(name)) missing.add(name)
  const names = [...missing].sort()
  return {created: names.filter((name) => !SPECIAL.test(name)), special: names.filter((name) => SPECIAL.test(name))}
}

/** Names of the hidden parameters of the templates. */
export const hiddenNames = (templates: ReadonlyMap<string, string>): string[] =>
  hiddenParameters(templates).map(([name]) => name)

/** Hidden parameters with what declares them; several templates may have one of the same name. */
function hiddenParameters(templates: ReadonlyMap<string, string>): [name: string, parameter: Dict][] {
  const found: [string, Dict][] = []
  for (const [file, text] of templates) {
    if (!text.includes('hidden')) continue
    const template = readYaml(file, text)
    const parameters = isDict(template) ? template.get('parameters') : undefined
    for (const [name, parameter] of isDict(parameters) ? parameters : [])
      if (isDict(parameter) && parameter.get('hidden') === true) found.push([String(name), parameter])
  }
  return found
}
