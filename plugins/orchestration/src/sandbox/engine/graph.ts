/** Work to do after other nodes: `after` has their keys; unknown keys are ignored. */
export interface Node {
  key: string
  after: readonly string[]
  run(): Promise<void>
}

/** Runs all nodes, each as soon as its predecessors are done, in parallel where possible. */
export async function runGraph(nodes: readonly Node[]): Promise<void> {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const started = new Map<string, Promise<void>>()
  const start = (node: Node): Promise<void> => {
    const known = started.get(node.key)
    if (known) return known
    const others = node.after.flatMap((key) => byKey.get(key) ?? [])
    const promise = Promise.resolve()
      .then(() => Promise.all(others.map(start)))
      .then(() => node.run())
    started.set(node.key, promise)
    return promise
  }
  await Promise.all(nodes.map(start))
}

/** A cycle of dependencies, as a path from a name back to itself; undefined when there is none. */
export function circleIn(requires: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): string[] | undefined => {
    const at = path.indexOf(name)
    if (at >= 0) return [...path.slice(at), name]
    if (done.has(name)) return undefined
    for (const other of requires.get(name) ?? []) {
      const circle = visit(other, [...path, name])
      if (circle) return circle
    }
    done.add(name)
    return undefined
  }
  for (const name of requires.keys()) {
    const circle = visit(name, [])
    if (circle) return circle
  }
  return undefined
}
