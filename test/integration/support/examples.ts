import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {asArray, asObject, asText, decodeJson, type JsonObject} from '#json'
import {repository} from '../../support/program.ts'

export interface Example {
  /** Package name of the plugin, or of the core. */
  plugin: string
  /** `stack list`. */
  id: string
  /** A line of shell: `osc stack list --long`. */
  command: string
  description: string
}

/** Every example of every command of this repository's packages, as their manifests have it. Needs a build. */
export function examples(plugin?: string): Example[] {
  const files = globSync(['oclif.manifest.json', 'plugins/*/oclif.manifest.json'], {cwd: repository}).sort()
  if (files.length === 0) throw new Error('No oclif.manifest.json: run npm run build first.')
  return files.flatMap((file) => {
    const folder = join(repository, dirname(file))
    const name = asText(readObject(join(folder, 'package.json')).name) ?? file
    return plugin === undefined || plugin === name
      ? examplesOf(name, readObject(join(folder, 'oclif.manifest.json')))
      : []
  })
}

/** Packages whose examples all run on a cloud. The commands of the others are tested by recordings, and by stories here. */
export const packagesThatRun = (): {plugin: string; folder: string}[] =>
  [
    '.',
    ...globSync('plugins/*/test/integration/examples.test.ts', {cwd: repository}).map((spec) => join(spec, '../../..')),
  ]
    .sort()
    .map((folder) => ({plugin: asText(readObject(join(repository, folder, 'package.json')).name) ?? folder, folder}))

function examplesOf(plugin: string, manifest: JsonObject): Example[] {
  return Object.values(asObject(manifest.commands)).flatMap((value) => {
    const command = asObject(value)
    const id = String(command.id).replaceAll(':', ' ')
    return asArray(command.examples).map((example) => ({
      plugin,
      id,
      command: asText(asObject(example).command) ?? asText(example) ?? '',
      description: asText(asObject(example).description) ?? '',
    }))
  })
}

const readObject = (file: string): JsonObject => asObject(decodeJson(readFileSync(file, 'utf8')))

const FIXTURE = 'needs services that a cloud may lack'
const CONFIGURATION = 'changes the configuration'
const REGISTRY = 'needs a registry of npm packages'

/** Examples that no cloud is enough for, by their beginning: why, and the test that runs each of them as printed. */
const ELSEWHERE: Readonly<Record<string, {why: string; file: string}>> = {
  'osc cloud add': {why: CONFIGURATION, file: 'test/unit/commands/cloud.test.ts'},
  'osc cloud remove': {why: CONFIGURATION, file: 'test/unit/commands/cloud.test.ts'},
  'osc cloud show sandbox': {why: 'needs a cloud of this name', file: 'test/unit/commands/cloud.test.ts'},
  'osc cloud use': {why: CONFIGURATION, file: 'test/unit/commands/cloud.test.ts'},
  'osc extension show': {why: FIXTURE, file: 'test/unit/commands/quotas.test.ts'},
  'osc project cleanup --auto-approve': {
    why: 'takes away what a project has',
    file: 'test/unit/commands/project-cleanup.test.ts',
  },
  'osc quota delete': {why: FIXTURE, file: 'test/unit/commands/quotas.test.ts'},
  'osc quota list': {why: FIXTURE, file: 'test/unit/commands/quotas.test.ts'},
  'osc quota set': {why: FIXTURE, file: 'test/unit/commands/quotas.test.ts'},
  'osc plugins build': {why: REGISTRY, file: 'test/packaging/writing.test.ts'},
  'osc plugins bundle': {why: REGISTRY, file: 'test/packaging/plugins.test.ts'},
  'osc plugins create': {why: REGISTRY, file: 'test/packaging/writing.test.ts'},
  'osc plugins dev': {why: REGISTRY, file: 'test/packaging/writing.test.ts'},
  'osc plugins install': {why: REGISTRY, file: 'test/packaging/plugins.test.ts'},
  'osc plugins link': {why: 'needs a built plugin in the folder', file: 'test/packaging/writing.test.ts'},
  'osc plugins lint': {why: REGISTRY, file: 'test/packaging/writing.test.ts'},
  'osc plugins sync': {why: REGISTRY, file: 'test/packaging/plugins.test.ts'},
  'osc plugins uninstall': {why: REGISTRY, file: 'test/packaging/plugins.test.ts'},
  'osc plugins update': {why: REGISTRY, file: 'test/packaging/plugins.test.ts'},
}

/** The test that runs an example, where it is none of those on a cloud. */
export function runsElsewhere(command: string): {why: string; file: string} | undefined {
  const beginning = Object.keys(ELSEWHERE).find((words) => `${command} `.startsWith(`${words} `))
  return beginning === undefined ? undefined : ELSEWHERE[beginning]
}
