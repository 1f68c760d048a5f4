import assert from 'node:assert/strict'
import {EventEmitter} from 'node:events'
import http from 'node:http'
import {postLocally} from '@osc-cli/core/sandbox'

/** The URLs that were requested. */
function requested(work: () => void): string[] {
  const urls: string[] = []
  const {request} = http
  const record = (url: string) => {
    urls.push(url)
    return Object.assign(new EventEmitter(), {end: () => undefined})
  }
  http.request = record as unknown as typeof http.request
  try {
    work()
  } finally {
    http.request = request
  }
  return urls
}

describe('posting to a web server on this machine', () => {
  for (const url of ['http://127.0.0.1:9/hook', 'http://localhost:9/hook', 'http://localhost/'])
    it(`calls ${url}`, () =>
      assert.deepEqual(
        requested(() => postLocally(url, '{}')),
        [url],
      ))

  for (const url of [
    'http://192.0.2.1/',
    'http://localhost.example/',
    'http://localhost:80@192.0.2.1/',
    'http://127.0.0.1:80@192.0.2.1/',
    'https://localhost/',
    'http://localhost:99999/',
    'zaqar://?queue_name=q',
    'no URL',
  ])
    it(`ignores ${url}`, () =>
      assert.deepEqual(
        requested(() => postLocally(url, '{}')),
        [],
      ))
})
