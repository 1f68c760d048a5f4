import assert from 'node:assert/strict'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {type FixtureServer, startFixtureServer} from '@osc-cli/core/test/support/fixture-server'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import {zipOf} from '../support/zip.ts'

const HEAD = 'tosca_definitions_version: tosca_simple_yaml_1_3\n'
const SERVER =
  'topology_template: {node_templates: {one: {type: Box, capabilities: {host: {properties: {num_cpus: 1}}}}}}\n'
const TYPES = `${HEAD}node_types: {Box: {derived_from: tosca.nodes.Compute}}\n`
const META = 'TOSCA-Meta-File-Version: 1.0\nCSAR-Version: 1.1\nCreated-By: osc\nEntry-Definitions: app.yaml\n'

const importing = (...files: string[]): string => `${HEAD}imports: [${files.join(', ')}]\n${SERVER}`

describe('TOSCA templates by URL', () => {
  let cloud: TestCloud
  let web: FixtureServer

  before(async () => {
    cloud = await startTestCloud()
    web = await startFixtureServer()
    const moved = (location: string) => ({status: 302, headers: {location}})
    Object.assign(web.routes, {
      '/app.yaml': {body: importing('types/box.yaml')},
      '/types/box.yaml': {body: TYPES},
      '/moved.yaml': moved('/app.yaml'),
      '/whole.yaml': {body: importing(`${web.url}/types/box.yaml`)},
      '/app.csar': {
        body: zipOf([
          {name: 'TOSCA-Metadata/TOSCA.meta', content: META},
          {name: 'app.yaml', content: importing(`${web.url}/types/box.yaml`)},
        ]),
      },
      '/lacking.yaml': {body: importing('types/no.yaml')},
      '/down.yaml': {body: importing("'http://127.0.0.1:1/box.yaml'", 'types/no.yaml')},
      '/local.yaml': {body: importing('file:///etc/hostname', '/etc/hostname')},
      '/file.yaml': moved('file:///etc/hostname'),
      '/loop.yaml': moved('/loop.yaml'),
      '/busy.yaml': {status: 503},
      '/cut.yaml': {body: importing('types/box.yaml'), drop: 20},
      '/page.yaml': {body: '<!DOCTYPE html><html></html>'},
      '/huge.yaml': {body: `${HEAD}# ${'x'.repeat(2 ** 20)}\n`},
      '/broken.csar': {body: Buffer.from('PK\x03\x04 and nothing more')},
    })
  })
  after(async () => {
    await web.stop()
    await cloud.close()
  })

  const line = (path: string): string[] => [
    ...['translate', 'template', '--template-type', 'tosca', '--offline', '--output-file', 'out/hot.yaml'],
    ...['--template-file', web.url + path],
  ]

  for (const path of ['/app.yaml', '/moved.yaml', '/whole.yaml', '/app.csar'])
    it(`reads ${path}`, async () => {
      const {status, stdout, stderr} = await cloud.osc(
        ...line(path).filter((word) => !/^(?:--output-file|out)/.test(word)),
      )
      assert.equal(status, 0, stderr)
      assert.match(stdout, /type: OS::Nova::Server/)
    })

  const wrong: [string, string, RegExp][] = [
    ['a URL that does not exist', '/no.yaml', /\/no\.yaml: the file cannot be read: HTTP 404\nCheck the path\./],
    ['an overloaded server', '/busy.yaml', /HTTP 503/],
    [
      'an import that does not exist',
      '/lacking.yaml',
      /\/lacking\.yaml:2:11: types\/no\.yaml cannot be imported: HTTP 404/,
    ],
    [
      'an import of a server that is down, and reports the other faults',
      '/down.yaml',
      /down\.yaml:2:11: .*cannot be imported: .*connection refused\n.*down\.yaml:2:42: .*cannot be imported: HTTP 404/,
    ],
    [
      'imports of local files',
      '/local.yaml',
      /local\.yaml:2:11: .*cannot be imported: .*\n.*local\.yaml:2:33: .*cannot be imported: HTTP 404/,
    ],
    ['a redirect to a local file', '/file.yaml', /redirect/i],
    ['redirects without end', '/loop.yaml', /redirect/i],
    ['a connection that breaks', '/cut.yaml', /cut\.yaml/],
    ['a web page', '/page.yaml', /\/page\.yaml: the file is not a TOSCA template: it is not a mapping/],
    ['a huge file', '/huge.yaml', /\/huge\.yaml: the file is larger than 1 MiB/],
    ['a damaged archive', '/broken.csar', /\/broken\.csar: the archive cannot be read/],
  ]
  for (const [name, path, message] of wrong)
    it(`rejects ${name}, and writes nothing`, async () => {
      const {status, stderr, stdout} = await cloud.osc(...line(path))
      assert.match(stderr, message)
      assert.doesNotMatch(stderr, /This is a bug/)
      assert.deepEqual([status === 0, stdout], [false, ''])
      assert.equal(readdirSync(join(cloud.work)).includes('out'), false)
    })
})
