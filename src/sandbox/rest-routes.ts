import type {RestCollection, Verb} from '#sandbox/rest-collection'
import type {Handler, Routes} from '#sandbox/service'

/** Mounts the handlers of a collection. Lists come first, so that `/servers/detail` is not taken for an ID. */
export function routesOf(declared: RestCollection, handlers: Readonly<Record<Verb, Handler>>): Routes {
  const {path, alsoListed = [], createMethod = 'POST', updateMethod = 'PATCH', without = []} = declared
  const routes: [Verb, keyof Routes][] = [
    ...[...alsoListed, path].map((where): [Verb, keyof Routes] => ['list', `GET ${where}`]),
    ['show', `GET ${path}/:id`],
    ['create', createMethod === 'PUT' ? `PUT ${path}/:id` : `POST ${path}`],
    ['update', `${updateMethod} ${path}/:id`],
    ['delete', `DELETE ${path}/:id`],
  ]
  return Object.fromEntries(
    routes.filter(([verb]) => !without.includes(verb)).map(([verb, route]) => [route, handlers[verb]]),
  )
}
