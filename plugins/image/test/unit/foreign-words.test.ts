import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import type {CommandContext} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {changesOf} from '../../src/changes.ts'
import {hasProperties} from '../../src/image-fields.ts'
import {sendData} from '../../src/send-data.ts'

describe('properties of images that objects of JavaScript have too', () => {
  for (const key of ['constructor', 'toString', '__proto__']) {
    it(`adds ${key}`, () => {
      const wanted = Object.fromEntries([[key, '1']])
      assert.deepEqual(changesOf({}, wanted), [{op: 'add', path: `/${key}`, value: '1'}])
      assert.equal(hasProperties(wanted, wanted), true)
      assert.equal(hasProperties({}, wanted), false)
    })
  }
})

describe('a file that changes during the upload', () => {
  const command = {
    api: () => ({
      raw: async (_: string, {body}: {body: Readable}) => {
        for await (const _ of body);
        return {status: 204, headers: {}}
      },
    }),
    progress: async () => {},
    now: () => 0,
  } as unknown as CommandContext
  const source = (size: number) => ({
    name: 'disk.img',
    size,
    canReopen: true,
    open: () => Readable.from(['abc'], {objectMode: false}),
  })

  for (const size of [2, 5])
    it(`is reported: ${size} bytes expected, 3 sent`, async () => {
      await assert.rejects(sendData(command, 'id', '/file', source(size)), /disk\.img changed during the upload/)
    })

  for (const size of [0, 3])
    it(`is not assumed: ${size} bytes expected, 3 sent`, async () => {
      assert.match((await sendData(command, 'id', '/file', source(size))).md5 ?? '', /^[0-9a-f]{32}$/)
    })
})
