import {readdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {Flags, NotFoundError, OscError, type Runtime, readText} from '@osc-cli/core'
import {type Dict, isDict} from '#jinja/values'
import {unreadable} from '#plan/folder'
import {checkRoles} from '#plan/roles'
import {readYaml} from '#plan/yaml'
import {starterRoles} from '#starter'

const HINT = 'Specify the folder with the role files: --roles-path FOLDER'

/** Option of the commands that read role files. */
export const rolesPathFlag = {
  'roles-path': Flags.string({
    description: 'Folder with a file for each role: ROLE.yaml (default: the roles of the starter plan)',
    helpValue: 'FOLDER',
  }),
}

/** A folder with a file for each role, as TripleO has them. */
export class RoleFolder {
  readonly #path: string
  readonly #runtime: Runtime

  constructor(path: string | undefined, runtime: Runtime) {
    this.#path = path === undefined ? starterRoles : resolve(runtime.cwd, path)
    this.#runtime = runtime
  }

  /** Names of the roles, sorted. */
  names(): string[] {
    try {
      const files = readdirSync(this.#path).filter((file) => file.endsWith('.yaml'))
      return files.map((file) => file.slice(0, -'.yaml'.length)).sort()
    } catch (cause) {
      throw unreadable(this.#path, cause, HINT)
    }
  }

  /** The text of a role's file. NotFoundError with the roles that exist. */
  async text(name: string): Promise<string> {
    const names = this.names()
    if (!names.includes(name))
      throw new NotFoundError(`The role ${name} does not exist in ${this.#path}.`, {
        hint: names.length > 0 ? `Use one of: ${names.join(', ')}` : HINT,
      })
    return await readText(join(this.#path, `${name}.yaml`), this.#runtime)
  }

  /** A role, checked. */
  async role(name: string): Promise<Dict> {
    return roleIn(`${name}.yaml`, await this.text(name))
  }
}

/** The role of a file with one role. OscError when it is not a valid role. */
export function roleIn(file: string, text: string): Dict {
  const roles = readYaml(file, text)
  const [role] = Array.isArray(roles) ? roles : []
  if (!isDict(role)) throw new OscError(`${file}: Expected a list with one role.`)
  checkRoles(file, [role])
  return role
}
