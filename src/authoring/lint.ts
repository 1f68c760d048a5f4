import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {conflicts} from '#authoring/rules/conflicts'
import {declared} from '#authoring/rules/declared'
import {grammar} from '#authoring/rules/grammar'
import {helpModule} from '#authoring/rules/help-module'
import {loads} from '#authoring/rules/loads'
import {manifest} from '#authoring/rules/manifest'
import {packageJson} from '#authoring/rules/package'
import type {Finding, LintedPlugin, Rule} from '#authoring/rules/rule'
import {startUp} from '#authoring/rules/start-up'
import {described, example, summary} from '#authoring/rules/texts'
import {vocabulary} from '#authoring/rules/vocabulary'
import {UsageError} from '#errors'
import type {CommandFacts} from '#help/facts'
import {asObject, decodeJson} from '#json'
import {knownIndex} from '#plugins/known'
import type {Runtime} from '#runtime'

const RULES: Readonly<Record<string, Rule>> = {
  package: packageJson,
  manifest,
  loads,
  grammar,
  summary,
  described,
  example,
  declared,
  help: helpModule,
  vocabulary,
  conflicts,
  'start-up': startUp,
}

/** Everything at which the plugin in `root` is not as people expect it, rule by rule. */
export async function lintPlugin(
  root: string,
  {index, coreRoot}: Pick<Runtime, 'index' | 'coreRoot'>,
): Promise<({rule: string} & Finding)[]> {
  const plugin: LintedPlugin = {
    root,
    index,
    coreRoot,
    known: knownIndex(coreRoot, index),
    packageJson: asObject(decodeJson(readFileSync(join(root, 'package.json'), 'utf8'))),
    commands: commandsOf(root),
  }
  const found = []
  for (const [rule, find] of Object.entries(RULES)) {
    for (const finding of await find(plugin)) found.push({rule, ...finding})
  }
  return found
}

function commandsOf(root: string): CommandFacts[] {
  let text: string
  try {
    text = readFileSync(join(root, 'oclif.manifest.json'), 'utf8')
  } catch {
    return []
  }
  try {
    const {commands} = JSON.parse(text) as {commands: Record<string, CommandFacts>}
    return Object.values(commands).map((command) => ({...command, id: command.id.replaceAll(':', ' ')}))
  } catch (error) {
    throw new UsageError(`${join(root, 'oclif.manifest.json')} is damaged.`, {
      cause: error,
      hint: 'Build the plugin again: osc plugins build',
    })
  }
}
