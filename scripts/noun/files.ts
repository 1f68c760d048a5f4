import {commandFile} from './command.ts'
import {descriptor} from './descriptor.ts'
import {dashed} from './names.ts'
import {commandsOf, resourceOf} from './reference.ts'
import {sandboxFile} from './sandbox.ts'
import {type Style, styleOf} from './style.ts'
import {testFile} from './test-file.ts'

/** What a noun's files are made for. */
export interface Noun {
  /** `server group` */
  noun: string
  /** Service types of the plugin: `compute`. */
  services: readonly string[]
  /** The plugin is not in the repository: its tests name what they run with. */
  isAlone?: boolean
  /** SDK resource as `SERVICE/KEY`, where the noun does not lead to it. */
  wanted?: string | undefined
}

/** The files of a noun by their path in the plugin, and what is left for the author. */
export interface NounFiles {
  files: Map<string, string>
  left: string[]
}

/** The files of a noun: those of its resource, if there is one, those of its parents, and one of each command. */
export function nounFiles({noun, services, isAlone = false, wanted}: Noun): NounFiles {
  const commands = commandsOf(noun)
  const files = new Map<string, string>()
  const left: string[] = []
  const found = commands.length > 0 ? resourceOf(noun, services, wanted) : undefined
  const style = found && styleOf(noun, found)
  if (style) {
    for (const one of [style, ...style.parents.map((parent) => styleOf(parent.noun, {...style, ...parent}))])
      addResource(files, one)
    files.set(`${isAlone ? 'test' : 'test/unit'}/${dashed(noun)}.test.ts`, testFile(style, commands, isAlone))
  }
  for (const command of commands) {
    const {text, unknown, lacksRun} = commandFile(command, noun, style)
    files.set(`src/commands/${command.name.replaceAll(' ', '/')}.ts`, text)
    if (lacksRun) left.push(`${command.name}: run()`)
    if (unknown.length > 0) left.push(`${command.name}: ${unknown.join(', ')}`)
  }
  return {files, left}
}

function addResource(files: Map<string, string>, style: Style): void {
  const {noun} = style
  const list = commandsOf(noun).find(({name}) => name === `${noun} list`)
  files.set(`src/${dashed(noun)}.ts`, descriptor(style, list))
  files.set(`src/sandbox/${dashed(noun)}.ts`, sandboxFile(style))
}
