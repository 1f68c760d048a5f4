import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {holds, PIECES, type Random, withOddParts} from '@osc-cli/core/test/support/fuzz'
import {describe} from 'mocha'
import {parse} from 'yaml'
import {faultText, TemplateError} from '#faults'
import {OFFLINE_FLAVORS, OFFLINE_IMAGES} from '#hot/offline-lists'
import {yamlText} from '#hot/template'
import {translate} from '#hot/translate'
import {workbookOf} from '#mistral/workbook'
import {loadTemplate} from '#model/load'
import {openCsar} from '#read/csar'
import {checkScripts} from '#read/external'
import type {Files} from '#read/source'
import {filesOf} from '../support/load.ts'
import {zipOf} from '../support/zip.ts'

const folder = join(import.meta.dirname, '../templates')
const TEMPLATES = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): unknown => parse(readFileSync(join(folder, name), 'utf8')))
const LONGEST_MS = 5000

/** Loads and translates; faults have a place and one line each. */
async function translated(files: Files, location: string): Promise<void> {
  const begin = Date.now()
  try {
    const {template, faults} = await loadTemplate(files, location, {})
    await checkScripts(template, faults)
    faults.check()
    const options = {values: {}, flavors: OFFLINE_FLAVORS, images: OFFLINE_IMAGES}
    await yamlText(translate(template, faults, options).main)
    await workbookOf(template, faults, {})
    faults.check()
  } catch (error) {
    assert.ok(error instanceof TemplateError, `${error instanceof Error ? error.stack : error}`)
    for (const fault of error.faults) assert.match(faultText(fault), /\S/)
  }
  assert.ok(Date.now() - begin < LONGEST_MS, 'it takes too long')
}

describe('a TOSCA definition with odd parts', () => {
  holds('is translated, or refused with its faults', 150, (random) => {
    const text = JSON.stringify(withOddParts(random.pick(TEMPLATES), random, 80))
    return translated(filesOf({'main.yaml': text}), 'main.yaml')
  })
})

const META = 'TOSCA-Meta-File-Version: 1.0\nCSAR-Version: 1.1\nCreated-By: osc\nEntry-Definitions: a.yaml\n'
const APP = 'tosca_definitions_version: tosca_simple_yaml_1_3\nmetadata: {template_name: a, template_version: 1}\n'

/** An archive some of whose bytes are others, or missing. */
function damaged(random: Random): Buffer {
  const name = random.pick(['a.yaml', 'TOSCA-Metadata/TOSCA.meta', `${random.text(PIECES, 3)}.yaml`])
  const meta = random.below(2) === 0 ? META : META.replace('a.yaml', random.text(PIECES, 3))
  const bytes = zipOf([
    {name: 'TOSCA-Metadata/TOSCA.meta', content: meta},
    {name, content: APP},
  ])
  for (let slips = random.below(4); slips > 0; slips -= 1) bytes[random.below(bytes.length)] = random.below(256)
  return random.below(5) === 0 ? bytes.subarray(0, random.below(bytes.length)) : bytes
}

describe('a damaged CSAR archive', () => {
  holds('is read, or refused with its faults', 300, async (random) => {
    try {
      const csar = await openCsar(damaged(random), 'app.csar', filesOf({}))
      for (const name of csar.zip.names) assert.doesNotMatch(name, /^\/|(?:^|\/)\.\.(?:\/|$)/)
      await translated(csar.files, csar.entry)
    } catch (error) {
      assert.ok(error instanceof TemplateError, `${error instanceof Error ? error.stack : error}`)
    }
  })
})
