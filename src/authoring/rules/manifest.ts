import {globSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Rule} from '#authoring/rules/rule'
import {asObject, asText} from '#json'

/** oclif.manifest.json tells of the commands that are there, as they are: osc reads nothing else at a start. */
export const manifest: Rule = ({root, packageJson, commands}) => {
  const where = 'oclif.manifest.json'
  const written = statSync(join(root, where), {throwIfNoEntry: false})
  if (!written) return [{where, message: 'There is none: run osc plugins build.'}]
  const folder = asText(asObject(packageJson.oclif).commands) ?? 'dist/commands'
  const files = globSync('**/*.js', {cwd: join(root, folder)})
  const ids = new Set(files.map((file) => file.replace(/(\/index)?\.js$/, '').replaceAll('/', ' ')))
  const told = new Set(commands.map(({id}) => id))
  const differ = [...ids.symmetricDifference(told)]
  if (differ.length > 0)
    return [{where, message: `It is not about the same commands as ${folder}: ${differ.join(', ')}.`}]
  const sources = globSync(['src/**/*.ts'], {cwd: root})
  const late = sources.find((file) => statSync(join(root, file)).mtimeMs > written.mtimeMs)
  return late === undefined ? [] : [{where, message: `It is older than ${late}: run osc plugins build.`}]
}
