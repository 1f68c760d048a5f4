import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** What a plugin of a test is made of; package.json and manifest are complete unless `raw` replaces them. */
export interface FixturePlugin {
  version?: string
  /** Its `osc` section; `undefined` makes a plain oclif plugin. */
  osc?: object | undefined
  /** Ids with colons, to their module's text or to more of their manifest entry. */
  commands?: Readonly<Record<string, string | object>>
  oclif?: object
  /** File to text, written last. */
  raw?: Readonly<Record<string, string>>
}

/** A folder of a test with a core, plugins and the data directory in it. */
export interface PluginPlace {
  root: string
  at(path: string): string
  write(file: string, content: unknown): void
  /** Writes the plugin `name` into `folder`; commands print their plugin's name unless their text says otherwise. */
  plugin(folder: string, name: string, plugin?: FixturePlugin): void
  /** Notes a plugin in the data directory's package.json, as `osc plugins install` and `link` do. */
  note(...plugins: (string | {name: string; root: string})[]): void
  remove(): void
}

export function makePluginPlace(root = mkdtempSync(join(tmpdir(), 'osc-plugins-'))): PluginPlace {
  const at = (path: string) => join(root, path)
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(at(file)), {recursive: true})
    writeFileSync(at(file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return {
    root,
    at,
    write,
    plugin(folder, name, {version = '1.0.0', commands = {}, oclif, raw = {}, ...rest} = {}) {
      const osc = 'osc' in rest ? rest.osc : {namespaces: [name]}
      const section = {commands: './dist/commands', topicSeparator: ' ', ...oclif}
      write(`${folder}/package.json`, {name, version, type: 'module', oclif: section, ...(osc && {osc})})
      const entries = Object.entries(commands).map(([id, more]) => [
        id,
        {id, flags: {}, args: {}, ...(typeof more === 'object' && more)},
      ])
      write(`${folder}/oclif.manifest.json`, {version, commands: Object.fromEntries(entries)})
      for (const [id, text] of Object.entries(commands))
        write(`${folder}/dist/commands/${id.replaceAll(':', '/')}.js`, typeof text === 'string' ? text : saying(name))
      for (const [file, text] of Object.entries(raw)) write(`${folder}/${file}`, text)
    },
    note(...plugins) {
      const entries = plugins.map((each) =>
        typeof each === 'string' ? {name: each, type: 'user'} : {...each, type: 'link'},
      )
      write('data/package.json', {oclif: {plugins: entries}})
    },
    remove: () => rmSync(root, {recursive: true, force: true}),
  }
}

/** The module of a command that prints `text`. */
export const saying = (text: string) => `import {OscCommand} from '@osc-cli/core'
export default class extends OscCommand {
  async run() {
    await this.parse({flags: {}, args: {}})
    await this.print(${JSON.stringify(text)})
  }
}
`
