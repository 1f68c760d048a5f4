import {commandFile} from './command.ts'
import {descriptor} from './descriptor.ts'
import {dashed} from './names.ts'
import {commandsOf, resourceOf} from './reference.ts'
import {sandboxFile, testFile} from './sandbox.ts'

/** What a noun's files are made for. */
export interface Noun {
  /** `server group` */
  noun: string
  /** Folder of the plugin: `compute`. */
  plugin: string
  /** Service type of the catalog: `compute`. */
  service: string
  /** SDK resource as `SERVICE/KEY`, where the noun does not lead to it. */
  wanted?: string | undefined
}

/** The files of a noun by their path in the plugin: those of its resource, if there is one, and one of each command. */
export function nounFiles({noun, plugin, service, wanted}: Noun): Map<string, string> {
  const commands = commandsOf(noun)
  const files = new Map<string, string>()
  const resource = commands.length > 0 ? resourceOf(noun, service, wanted) : undefined
  if (resource) {
    const list = commands.find(({name}) => name === `${noun} list`)
    files.set(`src/${dashed(noun)}.ts`, descriptor(noun, service, resource, list))
    files.set(`src/sandbox/${dashed(noun)}.ts`, sandboxFile(noun, plugin, resource))
    files.set(`test/unit/${dashed(noun)}.test.ts`, testFile(noun, commands))
  }
  for (const command of commands)
    files.set(`src/commands/${command.name.replaceAll(' ', '/')}.ts`, commandFile(command, noun))
  return files
}
