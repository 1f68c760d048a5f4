import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {JsonObject} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {parse} from 'yaml'
import {OFFLINE_FLAVORS, OFFLINE_IMAGES} from '#hot/offline-lists'
import {yamlText} from '#hot/template'
import {translate} from '#hot/translate'
import {loadTemplate} from '#model/load'
import {openInput} from '#read/input'
import {asWritten} from '../compare.ts'

const folder = join(import.meta.dirname, '../templates')

const read = (file: string): unknown => asWritten(parse(readFileSync(join(folder, 'expected', file), 'utf8')))

async function translated(name: string, values: Record<string, string>) {
  const download = () => assert.fail('nothing is downloaded')
  const {files, location} = await openInput(`${name}.yaml`, {cwd: folder, download})
  const {template, faults} = await loadTemplate(files, location, values)
  faults.check()
  const result = translate(template, faults, {values, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES})
  faults.check()
  return result
}

const parsed = async (template: JsonObject): Promise<unknown> => asWritten(parse(await yamlText(template)))

// The expected files were written by heat-translator from these templates.
const templates: Record<string, {values?: Record<string, string>; nested?: string[]}> = {
  artifacts: {},
  cluster: {},
  functions: {},
  monitoring: {},
  network: {},
  placement: {},
  reservation: {},
  roles: {},
  scaling: {nested: ['grow_res.yaml']},
  server: {values: {note: 'some text', cpus: '4'}},
  software: {values: {password: 'secret'}},
  storage: {},
  vnf: {nested: ['workers.hot.yaml']},
  webapp: {values: {key_name: 'mine', root: 'store'}},
}

describe('translation to Heat', () => {
  for (const [name, {values = {}, nested = []}] of Object.entries(templates))
    it(`${name}.yaml as heat-translator translates it`, async () => {
      const result = await translated(name, values)
      assert.deepEqual(await parsed(result.main), read(`${name}.yaml`))
      assert.deepEqual([...result.nested.keys()], nested)
      for (const [file, template] of result.nested) assert.deepEqual(await parsed(template), read(file))
    })
})
