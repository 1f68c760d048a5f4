import {createHash} from 'node:crypto'
import {type Container, manyAtOnce} from '#plan/container'

/** Makes a container hold these files and no others. Files that it has unchanged are not sent. */
export async function replaceObjects(
  container: Container,
  files: ReadonlyMap<string, Buffer | string>,
  progress: (done: number, of: number) => Promise<void>,
): Promise<void> {
  const stored = new Map((await container.list()).map(({name, hash}) => [name, hash]))
  const changed = [...files].filter(([name, content]) => stored.get(name) !== md5(content))
  let done = 0
  await manyAtOnce(changed, async ([name, content]) => {
    await container.write(name, Buffer.from(content))
    await progress(++done, changed.length)
  })
  const old = [...stored.keys()].filter((name) => !files.has(name))
  await manyAtOnce(old, (name) => container.remove(name))
}

// Swift names a content by its MD5.
const md5 = (content: Buffer | string) => createHash('md5').update(content).digest('hex')
