import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {humanSize} from '#human-size'
import {propertiesOf} from '#image-properties'

describe('fields of an image', () => {
  const sizes: [number | null | undefined, string][] = [
    [undefined, '0'],
    [null, '0'],
    [999, '999'],
    [1000, '1K'],
    [1536, '1.5K'],
    [4_294_967_296, '4.3G'],
  ]
  for (const [bytes, expected] of sizes)
    it(`prints ${bytes} bytes as ${expected}`, () => assert.equal(humanSize(bytes), expected))

  it('orders and converts properties as openstacksdk does', () => {
    const image = {
      hw_cpu_cores: '4',
      hw_boot_menu: 'false',
      zone: 'z',
      name: 'n',
      tags: [],
      self: '/v2/images/1',
      os_hidden: false,
      os_distro: null,
    }
    assert.equal(
      JSON.stringify(propertiesOf(image, ['name'])),
      '{"os_hidden":false,"zone":"z","hw_cpu_cores":4,"hw_boot_menu":false}',
    )
  })
})
