import assert from 'node:assert/strict'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {provenanceOf} from '#plugins/installing/provenance'
import {makePlace, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'

const ATTESTATIONS = {
  url: 'https://registry.example/attestations/with@1.0.0',
  provenance: {predicateType: 'https://slsa.dev/provenance/v1'},
}

describe('provenance', () => {
  const place = makePlace()
  const server = createServer((request, answer) => {
    const name = decodeURIComponent(request.url ?? '').slice(1)
    const dist = {tarball: `http://127.0.0.1/${name}.tgz`, ...(name === 'with' && {attestations: ATTESTATIONS})}
    const found = name === 'with' || name === 'without'
    const version = {name, version: '1.0.0', dist}
    answer.writeHead(found ? 200 : 404, {'content-type': 'application/json'})
    answer.end(JSON.stringify(found ? {name, 'dist-tags': {latest: '1.0.0'}, versions: {'1.0.0': version}} : {}))
  })
  let url = ''

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    url = `http://127.0.0.1:${address.port}/`
  })
  after(() => {
    server.close()
    server.closeAllConnections()
    removePlace(place)
  })

  const ask = (name: string, signal = new AbortController().signal) => {
    const env = {
      HOME: place.home,
      PATH: process.env.PATH,
      npm_config_cache: join(place.root, 'npm'),
      OSC_NPM_REGISTRY: url,
    }
    return provenanceOf(name, '1.0.0', {cwd: place.work, coreRoot: repository, env, signal})
  }

  it('is the address of the attestation, where the registry has one', async () => {
    assert.equal(await ask('with'), ATTESTATIONS.url)
    assert.equal(await ask('without'), undefined)
    assert.equal(await ask('absent'), undefined)
  })

  it('ends at once when it is interrupted', async () => {
    await assert.rejects(ask('with', AbortSignal.abort(new Error('stopped'))), /stopped/)
  })
})
