import assert from 'node:assert/strict'
import {directoryOf, displayUrl, filePath, fileUrl, joinUrl} from '../../../src/template/urls.ts'

describe('URLs of files', () => {
  // As Python's urljoin(base + '/', reference) has it.
  const joins: [directory: string, reference: string, url: string][] = [
    ['file:///a/b/', 'c.sh', 'file:///a/b/c.sh'],
    ['file:///a/b/', '../c.sh', 'file:///a/c.sh'],
    ['file:///a/b/', '../../../../c.sh', 'file:///c.sh'],
    ['file:///a/b/', './x/./y/../c.sh', 'file:///a/b/x/c.sh'],
    ['file:///a//b/', 'x//c.sh', 'file:///a/b/x/c.sh'],
    ['file:///a/b/', '/c//d.sh', 'file:///c//d.sh'],
    ['file:///a/b/', '..', 'file:///a/'],
    ['file:///a/b/', 'a b#c?d', 'file:///a/b/a b#c?d'],
    ['file:///a/b/', 'ü%20.sh', 'file:///a/b/ü%20.sh'],
    ['file:///a/b/', '1:30.sh', 'file:///a/b/1:30.sh'],
    ['file:///a/b/', ' c.sh\n', 'file:///a/b/c.sh'],
    ['file:///a/b/', '', 'file:///a/b/'],
    ['file:///a/b/', 'http://h/c.sh', 'http://h/c.sh'],
    ['file:///a/b/', 'file:c.sh', 'file:///a/b/c.sh'],
    ['http://h:1/a/', '../../c.sh?x=1#y', 'http://h:1/c.sh?x=1#y'],
    ['http://h/', '//other/c.sh', 'http://other/c.sh'],
    ['http://h/a/', '?x', 'http://h/a/?x'],
    ['http://h/a/', 'HTTP://h/b', 'http://h/b'],
  ]
  for (const [directory, reference, url] of joins) {
    it(`${JSON.stringify(reference)} in ${directory} is ${url}`, () => assert.equal(joinUrl(directory, reference), url))
  }

  const paths: [path: string, url: string][] = [
    ['a.yaml', 'file:///home/me/a.yaml'],
    ['../x/./a b.yaml', 'file:///home/x/a%20b.yaml'],
    ["/ü/a+b,c~(1)!*'.yaml", 'file:///%C3%BC/a%2Bb%2Cc~%281%29%21%2A%27.yaml'],
    ['/a#b?c%20.yaml', 'file:///a%23b%3Fc%2520.yaml'],
    ['file:///a b.yaml', 'file:///a b.yaml'],
    ['http://h/a b.yaml', 'http://h/a b.yaml'],
  ]
  for (const [path, url] of paths) {
    it(`${path} is ${url}`, () => assert.equal(fileUrl(path, '/home/me'), url))
  }

  it('finds the local path again', () => {
    assert.equal(filePath('file:///a%20b/%C3%BC.sh'), '/a b/ü.sh')
    assert.equal(filePath('file://localhost/a?b#c'), '/a?b')
    assert.equal(filePath('file:///100%.sh'), '/100%.sh')
    assert.equal(filePath('file://elsewhere/a'), undefined)
  })

  it('knows the directory of a document', () => {
    assert.equal(directoryOf('file:///a/b.yaml'), 'file:///a/')
    assert.equal(directoryOf('file:///b.yaml'), 'file:///')
    assert.equal(directoryOf('http://h/a/b.yaml?c=/d#e'), 'http://h/a/')
    assert.equal(directoryOf('http://h'), 'http://h/')
  })

  it('shows paths as they are typed, and no passwords', () => {
    assert.equal(displayUrl('file:///a%20b.yaml'), '/a b.yaml')
    assert.equal(displayUrl('https://me:secret@h/a.yaml'), 'https://h/a.yaml')
  })
})
