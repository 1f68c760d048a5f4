import type {JsonObject, ResourceApi} from '@osc-cli/core'

/** What is called `name`, in a namespace where one is given. */
export const inNamespace = (api: ResourceApi, name: string, namespace: string | undefined): Promise<JsonObject> =>
  namespace ? api.get(name, {namespace}) : api.find(name)
