import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from '@oclif/core/command'
import {Plugin} from '@oclif/core/config'

/** What osc's own flags say beside oclif's properties, which oclif's manifest leaves out. */
const OWN_FACTS = ['bare', 'keys', 'multipleNonGreedy', 'secret'] as const

/** Writes a package's oclif.manifest.json from its compiled commands. */
export async function writeManifest(folder: string): Promise<void> {
  const plugin = new Plugin({root: folder, type: 'core', ignoreManifest: true, errorOnManifestCreate: true})
  await plugin.load()
  for (const [id, command] of Object.entries(plugin.manifest.commands)) {
    const {flags = {}, args = {}} = await plugin.findCommand(id, {must: true})
    addFacts(command.flags, flags)
    addFacts(command.args, args)
  }
  writeFileSync(join(folder, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest)}\n`)
}

type Facts = Record<string, unknown>

function addFacts(cached: Record<string, object>, declared: Command.Class['flags'] | Command.Class['args']): void {
  for (const [name, one] of Object.entries(declared)) {
    const [entry, facts] = [cached[name] as Facts | undefined, one as unknown as Facts]
    for (const fact of OWN_FACTS) if (entry && facts[fact] !== undefined) entry[fact] = facts[fact]
  }
}
