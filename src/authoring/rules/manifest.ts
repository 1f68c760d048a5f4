import {globSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Rule} from '#authoring/rules/rule'
import {asObject, asText} from '#json'

/** oclif.manifest.json describes the commands as they are, because osc reads nothing else when it starts. */
export const manifest: Rule = ({root, packageJson, commands}) => {
  const where = 'oclif.manifest.json'
  const written = statSync(join(root, where), {throwIfNoEntry: false})
  if (!written) return [{where, message: 'The file is missing: run osc plugins build.'}]
  const folder = asText(asObject(packageJson.oclif).commands) ?? 'dist/commands'
  const files = globSync('**/*.js', {cwd: join(root, folder)})
  const ids = new Set(files.map((file) => file.replace(/(\/index)?\.js$/, '').replaceAll('/', ' ')))
  const declared = new Set(commands.map(({id}) => id))
  const differ = [...ids.symmetricDifference(declared)]
  if (differ.length > 0) return [{where, message: `The commands differ from those in ${folder}: ${differ.join(', ')}.`}]
  const sources = globSync(['src/**/*.ts'], {cwd: root})
  const late = sources.find((file) => statSync(join(root, file)).mtimeMs > written.mtimeMs)
  return late === undefined ? [] : [{where, message: `The file is older than ${late}: run osc plugins build.`}]
}
