import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {asObject, decodeJson} from '#json'

/** Sends what `npm publish` sends, without a process for each of the many packages. */
export async function publish(url: string, tarball: string, tag: string): Promise<void> {
  const bytes = readFileSync(tarball)
  const pjson = asObject(
    decodeJson(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], {encoding: 'utf8'})),
  )
  const [name, version] = [String(pjson.name), String(pjson.version)]
  const file = `${name}-${version}.tgz`
  const digest = (algorithm: string, encoding: 'hex' | 'base64') => createHash(algorithm).update(bytes).digest(encoding)
  const dist = {
    integrity: `sha512-${digest('sha512', 'base64')}`,
    shasum: digest('sha1', 'hex'),
    tarball: `${url}${name}/-/${file}`,
  }
  const attachment = {
    content_type: 'application/octet-stream',
    data: bytes.toString('base64'),
    length: bytes.length,
  }
  const response = await fetch(`${url}${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: {'content-type': 'application/json', authorization: 'Bearer anyone'},
    body: JSON.stringify({
      _id: name,
      name,
      'dist-tags': {[tag]: version},
      versions: {[version]: {...pjson, _id: `${name}@${version}`, dist}},
      _attachments: {[file]: attachment},
    }),
  })
  if (!response.ok) throw new Error(`Verdaccio refused ${file}: ${response.status} ${await response.text()}`)
}
