import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asObject, decodeJson} from '@osc-cli/core'
import {createFiles} from '../../../src/template/files.ts'
import {type StackInput, stackBody} from '../../../src/template/stack-body.ts'
import {parseTemplate} from '../../../src/template/template.ts'
import {fileUrl} from '../../../src/template/urls.ts'
import {offline} from '../support/offline.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')

describe('the body of a stack', () => {
  // What heatclient sends for the fixtures; the integration tests ask it again.
  const recorded = readFileSync(join(fixtures, 'bodies.json'), 'utf8').replaceAll('{fixtures}', fileUrl(fixtures, '/'))
  for (const [name, example] of Object.entries(asObject(decodeJson(recorded)))) {
    const {input, body} = asObject(example)
    it(`is heatclient's: ${name}`, async () => {
      const ours = await stackBody(asObject(input) as StackInput, offline(fixtures))
      assert.deepEqual(decodeJson(JSON.stringify(ours)), body)
    })
  }

  it('omits the single environments when only the merged one is wanted', async () => {
    const environments = ['environments/remote.yaml']
    await assert.rejects(stackBody({existing: true, environments}, offline(fixtures)), {
      message: /My::Absolute: .*no such file/,
    })
    const body = await stackBody(
      {existing: true, environments: ['environments/override.yaml'], eachEnvironment: false},
      offline(fixtures),
    )
    assert.deepEqual(Object.keys(body), ['template', 'files', 'environment', 'parameters'])
    assert.deepEqual(body.files, {})
  })

  it('reads parameter files relative to the working directory without a template', async () => {
    const body = await stackBody(
      {existing: true, parameterFiles: ['a=scripts/hello.sh', 'a=scripts/empty.txt']},
      offline(fixtures),
    )
    assert.deepEqual(body.parameters, {a: ['#!/bin/sh\necho "hello"\n', '']})
  })
})

describe('the files of a template', () => {
  let place: string
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'osc-heat-'))
  })
  afterEach(() => rmSync(place, {recursive: true}))

  const write = (files: Record<string, string>): void => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
  }
  const read = (template: string) => stackBody({template}, offline(place))
  const head = 'heat_template_version: 2016-10-14\n'

  const errors: [what: string, files: Record<string, string>, message: RegExp][] = [
    [
      'a missing file',
      {'t.yaml': `${head}a: [{get_file: x.sh}]`},
      /t\.yaml: a\.0\.get_file: \S*\/x\.sh: no such file$/,
    ],
    ['a missing template', {'t.yaml': `${head}a: {type: x.yaml}`}, /t\.yaml: a\.type: \S*\/x\.yaml: no such file$/],
    [
      'a file missing further down',
      {'t.yaml': `${head}a: {type: u.yaml}`, 'u.yaml': `${head}b: {get_file: x.sh}`},
      /u\.yaml: b\.get_file: \S*\/x\.sh: no such file$/,
    ],
    [
      'templates inside each other',
      {'t.yaml': `${head}a: {type: u.yaml}`, 'u.yaml': `${head}b: {type: t.yaml}`},
      /t\.yaml names \S*u\.yaml names \S*t\.yaml: a template cannot contain itself$/,
    ],
    [
      'a file on another host',
      {'t.yaml': `${head}a: {get_file: 'file://there/x'}`},
      /file:\/\/there\/x: the file is on another host$/,
    ],
    [
      'another scheme',
      {'t.yaml': `${head}a: {get_file: 'ftp://there/x'}`},
      /ftp:\/\/there\/x: only file:\/\/, http:\/\/ and https:\/\//,
    ],
    ['a list as template', {'t.yaml': '- heat_template_version'}, /t\.yaml: a template must be a mapping$/],
    ['an empty template', {'t.yaml': ''}, /t\.yaml: not a template: the version is missing$/],
    ['a wrong line behind empty ones', {'t.yaml': '\n\n{"a": x}'}, /t\.yaml:3:7: not valid JSON/],
  ]
  for (const [what, files, message] of errors) {
    it(`name the place of an error: ${what}`, async () => {
      write(files)
      await assert.rejects(read('t.yaml'), {name: 'DocumentError', message})
    })
  }

  const fromStdin = (text: string) => stackBody({template: '-'}, offline(place, text))
  const wrongInput: [text: string, message: RegExp][] = [
    ['a: [', /^standard input:1:4: /],
    ['a: 1', /^standard input: not a template/],
    [`${head}a: {get_file: x.sh}`, /^standard input: a\.get_file: \S*\/x\.sh: no such file$/],
  ]
  for (const [text, message] of wrongInput)
    it(`name standard input: ${JSON.stringify(text)}`, () =>
      assert.rejects(fromStdin(text), {name: 'DocumentError', message}))

  it('are relative to the current folder in a template from standard input', async () => {
    write({'x.sh': 'echo'})
    const {files} = await fromStdin(`${head}a: {get_file: x.sh}`)
    assert.deepEqual(files, {[fileUrl('x.sh', place)]: 'echo'})
  })

  it('are read once, however often they are named', async () => {
    const requested: string[] = []
    const files = createFiles(async (url) => {
      requested.push(url)
      return Buffer.from(url.endsWith('.yaml') ? `${head}b: {get_file: c}` : 'text')
    })
    const text = `${head}a: [{get_file: c}, {get_file: ./c}, {type: u.yaml}, {type: x/../u.yaml}]`
    const template = await parseTemplate({url: 'file:///t.yaml', text})
    await files.addFrom(template, 'file:///t.yaml')
    assert.deepEqual(requested, ['file:///c', 'file:///u.yaml'])
    assert.deepEqual(Object.keys(files.toObject()), ['file:///c', 'file:///u.yaml'])
  })
})
