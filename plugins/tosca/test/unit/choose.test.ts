import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {chooseImage} from '#hot/choose'
import {OFFLINE_IMAGES} from '#hot/offline-lists'

// What heat-translator chooses from the same list.
const chosen: [Record<string, string>, string][] = [
  [{architecture: 'x86_64'}, 'rhel-6.5-test-image'],
  [{type: 'Linux'}, 'rhel-6.5-test-image'],
  [{distribution: 'fedora'}, 'Fedora-x86_64-20-20131211.1-sda'],
  [{type: 'linux', distribution: 'CirrOS'}, 'cirros-0.3.2-x86_64-uec'],
  [{architecture: 'x86_64', type: 'linux'}, 'ubuntu-software-config-os-init'],
  [{architecture: 'x86_64', distribution: 'cirros'}, 'cirros-0.3.1-x86_64-uec'],
  [{architecture: 'x86_64', type: 'linux', distribution: 'fedora'}, 'fedora-amd64-heat-config'],
  [{architecture: 'x86_64', type: 'linux', distribution: 'fedora', version: '19'}, 'F18-x86_64-cfntools'],
]

describe('the choice of an image', () => {
  for (const [os, image] of chosen)
    it(`takes ${image} for ${Object.values(os).join(', ')}`, () =>
      assert.equal(chooseImage(OFFLINE_IMAGES, os)?.id, image))

  it('takes none of another distribution', () =>
    assert.equal(chooseImage(OFFLINE_IMAGES, {type: 'linux', distribution: 'suse'}), undefined))

  it('prefers images that say what they are', () =>
    assert.equal(
      chooseImage([{id: 'silent'}, {id: 'same', version: '1'}, {id: 'other', version: '2'}], {version: 1})?.id,
      'same',
    ))
})
