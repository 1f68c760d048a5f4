import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {parse} from 'yaml'
import {story} from './support/story.ts'

const COMMAND = 'tripleo container image prepare default'

describe(COMMAND, () => {
  const {ok, path} = story()

  it('prints the parameter', async () => {
    const {parameter_defaults: values} = parse(await ok(COMMAND))
    assert.equal(values.ContainerImagePrepare[0].set.name_prefix, 'openstack-')
    assert.equal(values.ContainerImageRegistryLogin, undefined)
  })

  it('writes it, and keeps an existing file', async () => {
    writeFileSync(path('images.yaml'), 'old')
    const printed = await ok(
      `${COMMAND} --local-push-destination --enable-registry-login --output-env-file images.yaml`,
    )
    assert.equal(readFileSync(path('images.yaml'), 'utf8'), printed)
    assert.equal(readFileSync(path('images.yaml.backup'), 'utf8'), 'old')
    const {parameter_defaults: values} = parse(printed)
    assert.deepEqual(
      [values.ContainerImagePrepare[0].push_destination, values.ContainerImageRegistryLogin],
      [true, true],
    )
  })
})
