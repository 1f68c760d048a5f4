import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, describe, it} from 'mocha'
import alarming from '../../plugins/alarming/src/help.ts'
import compute from '../../plugins/compute/src/help.ts'
import healing from '../../plugins/healing/src/help.ts'
import image from '../../plugins/image/src/help.ts'
import messaging from '../../plugins/messaging/src/help.ts'
import network from '../../plugins/network/src/help.ts'
import objectStore from '../../plugins/object-store/src/help.ts'
import volume from '../../plugins/volume/src/help.ts'
import workflow from '../../plugins/workflow/src/help.ts'
import {startTestCloud, type TestCloud} from '../../src/testing/index.ts'

/** What the lines of the sessions read. */
const FILES = {
  'cirros.img': 'an image',
  'db.sql': 'a dump',
  'web.yaml': 'heat_template_version: queens\nresources: {server: {type: OS::Heat::TestResource}}\n',
  'hello.yaml': "version: '2.0'\nhello:\n  tasks: {say: {action: std.noop}}\n",
}

/** What must exist before a session. */
const BEFORE: Readonly<Record<string, string>> = {healing: 'osc stack create -t web.yaml --wait web'}

/** Splits a line as a shell does where it has plain words and quoted ones. */
const wordsOf = (line: string): string[] =>
  Array.from(
    line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g),
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  )

const sessions = {alarming, compute, healing, image, messaging, network, 'object-store': objectStore, volume, workflow}

for (const [plugin, {session}] of Object.entries(sessions))
  describe(`the session on the page of ${plugin} works as printed`, () => {
    let cloud: TestCloud
    const succeeds = async (command: string) => {
      const {status, stderr} = await cloud.osc(...wordsOf(command).slice(1))
      assert.equal(status, 0, stderr)
    }
    before(async () => {
      cloud = await startTestCloud()
      for (const [name, text] of Object.entries(FILES)) writeFileSync(join(cloud.work, name), text)
      const first = BEFORE[plugin]
      if (first !== undefined) await succeeds(first)
    })
    after(() => cloud.close())
    for (const {command} of session) it(command, () => succeeds(command))
  })
