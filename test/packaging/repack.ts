import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, asText, type JsonObject} from '#json'
import {npm} from './npm.ts'

/** Packs a folder into `target`; the tarball's path. */
export async function pack(folder: string, target: string): Promise<string> {
  const answer: unknown = JSON.parse(
    await npm(['pack', folder, '--json', '--ignore-scripts', '--pack-destination', target]),
  )
  const file = Array.isArray(answer) ? asText(asObject(answer[0]).filename) : undefined
  if (file === undefined) throw new Error(`npm packed nothing of ${folder}.`)
  return join(target, file)
}

/** The package in a tarball as another version of itself, with what it pins of our own packages in that version too. */
export async function asVersion(tarball: string, version: string, target: string): Promise<string> {
  const folder = mkdtempSync(join(target, 'version-'))
  execFileSync('tar', ['-xzf', tarball, '-C', folder])
  const file = join(folder, 'package/package.json')
  const pjson = asObject(JSON.parse(readFileSync(file, 'utf8')))
  const dependencies = Object.fromEntries(
    Object.entries(asObject(pjson.dependencies)).map(([name, range]) => [
      name,
      name.startsWith('@osc-cli/') ? version : range,
    ]),
  )
  const osc: JsonObject = {...asObject(pjson.osc), ...(asObject(pjson.osc).core !== undefined && {core: '>=0.0.1'})}
  writeFileSync(file, JSON.stringify({...pjson, version, dependencies, ...(pjson.osc !== undefined && {osc})}))
  const packed = join(target, version)
  mkdirSync(packed, {recursive: true})
  return await pack(join(folder, 'package'), packed)
}
