import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {type Finding, knownCodes, type Rule} from '#authoring/rules/rule'
import {asArray, asObject, asText, type Json, type JsonObject} from '#json'
import {readDataFile} from '#plugins/data-file'

const FILE = 'package.json'

/** package.json says what osc and npm need to know of a plugin. */
export const packageJson: Rule = (plugin) => {
  const {root, packageJson: content} = plugin
  const osc = asObject(content.osc)
  const needs: [boolean, string][] = [
    [asText(content.type) === 'module', 'type must be "module".'],
    [
      asText(asObject(content.oclif).commands) !== undefined,
      'oclif.commands must name the folder of the compiled commands.',
    ],
    [content.osc !== undefined, 'The section "osc" is missing; without it, this is a plain oclif plugin.'],
    [Array.isArray(osc.namespaces), 'osc.namespaces must list the namespaces of the plugin.'],
    [Array.isArray(osc.services), 'osc.services must list the service types of the plugin.'],
    [asText(osc.displayName) !== undefined, 'osc.displayName is missing.'],
    [asText(osc.core) !== undefined, 'osc.core must be the range of supported osc versions.'],
    [
      advisesRightly(osc, knownCodes(plugin)),
      'osc.advises must list error codes, as in osc help exit-codes, and requires osc.help for the remedies.',
    ],
    [
      asText(asObject(content.peerDependencies)['@osc-cli/core']) !== undefined,
      'peerDependencies must include @osc-cli/core.',
    ],
    [
      isOptionalPeer(content),
      'peerDependenciesMeta must make @osc-cli/core optional: the running core provides itself.',
    ],
    [asObject(content.dependencies)['@osc-cli/core'] === undefined, 'dependencies must not include @osc-cli/core.'],
  ]
  const modules = ['sandbox', 'help', 'data'].flatMap((key) => {
    const file = asText(osc[key])
    return file === undefined || existsSync(join(root, file)) ? [] : [`osc.${key} names a missing file: ${file}.`]
  })
  const {problems} = typeof osc.data === 'string' ? readDataFile(join(root, osc.data)) : {problems: []}
  const missing = [
    'dist',
    'oclif.manifest.json',
    ...(asText(osc.data) ? [String(osc.data).replace(/^\.\//, '')] : []),
  ].filter((file) => !isShipped(content.files, file))
  return [
    ...needs.filter(([holds]) => !holds).map(([, message]): Finding => ({where: FILE, message})),
    ...modules.map((message) => ({where: FILE, message})),
    ...(modules.length > 0 ? [] : problems.map((message) => ({where: String(osc.data), message: `${message}.`}))),
    ...missing.map((file) => ({where: FILE, message: `files must include ${file}.`})),
    ...(existsSync(join(root, 'README.md')) ? [] : [{where: 'README.md', message: 'The file is missing.'}]),
  ]
}

const advisesRightly = ({advises, help}: JsonObject, codes: ReadonlySet<string>): boolean =>
  advises === undefined ||
  (Array.isArray(advises) && asText(help) !== undefined && advises.every((code) => codes.has(asText(code) ?? '')))

const isOptionalPeer = ({peerDependenciesMeta}: JsonObject): boolean =>
  asObject(asObject(peerDependenciesMeta)['@osc-cli/core']).optional === true

const isShipped = (files: Json | undefined, file: string): boolean =>
  files === undefined ||
  asArray(files).some((each) =>
    asText(each)
      ?.replace(/^\.?\//, '')
      .startsWith(file),
  )
