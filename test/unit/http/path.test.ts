import assert from 'node:assert/strict'
import {objectPath, pathSegment, rawPath} from '#cloud/path'
import {UsageError} from '#errors'
import {get, served, stopAll} from './served.ts'

describe('a path segment', () => {
  const encoded: [string, string][] = [
    ['web', 'web'],
    ['a/b c', 'a%2Fb%20c'],
    ['../other', '..%2Fother'],
    ['...', '...'],
    ['.hidden', '.hidden'],
    ['ü?#', '%C3%BC%3F%23'],
    ['%2e%2e', '%252e%252e'],
  ]
  for (const [name, segment] of encoded) {
    it(`of '${name}' is ${segment}`, () => assert.equal(pathSegment(name), segment))
  }

  for (const name of ['.', '..', 'x\ud800']) {
    it(`cannot be ${JSON.stringify(name)}`, () =>
      assert.throws(
        () => pathSegment(name, 'stack'),
        (error: unknown) => error instanceof UsageError && /as the name or ID of a stack\.$/.test(error.message),
      ))
  }

  it('cannot be empty', () =>
    assert.throws(() => pathSegment('', 'stack'), {name: UsageError.name, message: /of the stack is empty/}))
})

describe('the path of an object', () => {
  const paths: [string, string][] = [
    ['a/b c', 'a/b%20c'],
    ['../precious/payroll.xls', '..%2Fprecious%2Fpayroll.xls'],
    ['a/./b', 'a%2F.%2Fb'],
    ['a//b', 'a%2F%2Fb'],
    ['folder/', 'folder%2F'],
  ]
  for (const [name, path] of paths) it(`'${name}' is ${path}`, () => assert.equal(objectPath(name), path))
  for (const name of ['..', '.', '']) it(`cannot be '${name}'`, () => assert.throws(() => objectPath(name), UsageError))
})

describe('the path that is sent', () => {
  afterEach(stopAll)

  const urls: [string, string][] = [
    ['http://cloud', '/'],
    ['http://cloud?a=b', '/?a=b'],
    ['http://cloud/a/../b', '/a/../b'],
    ['http://cloud/a/%2e%2E/b?c=../d#e', '/a/%2e%2E/b?c=../d'],
    ['http://me:pw@[::1]:80/a', '/a'],
    ['HTTP://cloud/ü "x"', '/%C3%BC%20%22x%22'],
    ['http://cloud\\@other/a', '/%5C@other/a'],
  ]
  for (const [url, path] of urls) it(`of ${url} is ${path}`, () => assert.equal(rawPath(url), path))

  it('reaches the server without its dots resolved', async () => {
    const server = await served({})
    const answer = await get(`${server.url}/v1/AUTH_p/dropbox/../precious/x`)
    await answer.text()
    assert.equal(server.requests[0]?.path, '/v1/AUTH_p/dropbox/../precious/x')
  })
})
