import {existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import type {PluginNames} from '#authoring/names'
import {FileExistsError} from '#errors'
import {makeFolder} from '#files/make-folder'
import {asObject, decodeJson} from '#json'
import {plural} from '#text/plural'

export interface Scaffold {
  /** The folder of a plugin that works as it is, about widgets. */
  template: string
  /** Where the new one goes; must not be there, or be empty. */
  folder: string
  names: PluginNames
  /** Of the core: what the plugin is written for. */
  version: string
  /** The repository of osc, where it runs from one: its packages may not be in a registry. */
  checkout?: string | undefined
}

/** Makes a new plugin, in one step: a folder that is there is whole. Returns the files, as paths inside it. */
export function scaffold({template, folder, names, version, checkout}: Scaffold): string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new FileExistsError(`Folder ${folder} already exists and is not empty.`, {
      hint: 'Use another folder: --folder FOLDER',
    })
  }
  const rename = renaming(names, version)
  const files = readdirSync(template, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(template, join(entry.parentPath, entry.name)))
  const made = files.map((file) => {
    const text = rename(readFileSync(join(template, file), 'utf8'))
    const isPackage = file === PACKAGE && checkout !== undefined
    return {file: placeOf(rename(file)), text: isPackage ? fromCheckout(text, checkout) : text}
  })
  const draft = `${folder}.${process.pid}.tmp`
  try {
    for (const {file, text} of made) {
      makeFolder(dirname(join(draft, file)))
      writeFileSync(join(draft, file), text)
    }
    rmSync(folder, {recursive: true, force: true})
    renameSync(draft, folder)
  } finally {
    rmSync(draft, {recursive: true, force: true})
  }
  return made.map(({file}) => file).sort()
}

// Files that would mean something where the template is: npm leaves a .gitignore out and takes a package.json for
// another package, Biome takes its configuration.
const PACKAGE = 'package.template.json'
const PLACES: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  'biome.template.json': 'biome.json',
  [PACKAGE]: 'package.json',
}

const placeOf = (file: string): string => PLACES[file] ?? file

/** A package.json that takes osc, its plugins and its Node.js for development from a repository. */
function fromCheckout(text: string, checkout: string): string {
  const packageJson = asObject(decodeJson(text))
  const devDependencies = Object.entries(asObject(packageJson.devDependencies)).map(([name, range]) => {
    if (name === '@osc-cli/core') return [name, `file:${checkout}`]
    const [, plugin] = /^@osc-cli\/plugin-(\w+)$/.exec(name) ?? []
    return [name, plugin === undefined ? range : `file:${join(checkout, 'plugins', plugin)}`]
  })
  const node = join(checkout, 'node_modules', 'node')
  const own = existsSync(node) ? {node: `file:${node}`} : {}
  const all = {...Object.fromEntries(devDependencies), ...own}
  return `${JSON.stringify({...packageJson, devDependencies: all}, undefined, 2)}\n`
}

function renaming(
  {package: packageName, display, short, service, noun}: PluginNames,
  version: string,
): (text: string) => string {
  const words = noun.split(' ')
  const [last = noun] = words.slice(-1)
  const pascal = words.map(capitalized).join('')
  const kebab = words.join('-')
  const replacements: [RegExp, string][] = [
    [/osc-plugin-example/g, packageName],
    [/\bExample\b/g, display],
    [/(?<=\b(?:type|service): '|"services": \[")example\b/g, service],
    [/\bexample\b/g, short],
    // As words of a line, of a path and of a URL, and as keys of a body.
    [/(?<=[([])'widget'(?=, ')/g, words.map((word) => `'${word}'`).join(', ')],
    [/(?<=commands\/)widget\b/g, words.join('/')],
    [/(?<=#)widget\b|\bwidget(?=(?:\.test)?\.ts)/g, kebab],
    [/(?<=\/)widgets\b/g, plural(kebab)],
    [/(?<=member: ')widget\b/g, words.join('_')],
    [/(?<=collection: ')widgets\b/g, plural(words.join('_'))],
    // At the beginning of a sentence, and as a name in the code.
    [/(?<='|^)Widgets (?=\w)/gm, `${plural(capitalized(noun))} `],
    [/(?<=')Widget (?=\w|\()/g, `${capitalized(noun)} `],
    [/\bwidgetColumns\b/g, `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}Columns`],
    [/Widget/g, pascal],
    [/\bitems\b/g, plural(last)],
    [/\bitem\b/g, last],
    [/\bwidgets\b/g, plural(noun)],
    [/\ba widget\b/g, `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`],
    [/\bwidget\b/g, noun],
    [/\^0\.1\.0"/g, `^${version}"`],
  ]
  return (text) => replacements.reduce((all, [pattern, by]) => all.replace(pattern, by), text)
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
