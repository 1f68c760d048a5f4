import {asArray, asObject, type Columns, defineResource, Flags, type JsonObject} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/image/v2/metadefs-index.html
export const Namespace = defineResource({
  noun: 'image metadef namespace',
  service: 'image',
  path: '/metadefs/namespaces',
  collection: 'namespaces',
  by: 'id',
  idKey: 'namespace',
  nameKey: 'namespace',
  updateMethod: 'PUT',
})

const SHOWN = [
  'created_at',
  'description',
  'display_name',
  'namespace',
  'owner',
  'protected',
  'updated_at',
  'visibility',
]

/** What `show` prints of a namespace: what it has, sorted by name. */
export function namespaceFields(namespace: JsonObject): Columns {
  const columns: Record<string, Columns[string]> = {tags: ({tags}) => asArray(tags)}
  for (const key of SHOWN) if (namespace[key] !== undefined && namespace[key] !== null) columns[key] = key
  if (Array.isArray(namespace.resource_type_associations))
    columns.resource_type_associations = ({resource_type_associations: types}) =>
      asArray(types).map((type) => asObject(type).name ?? null)
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a client may set; an update replaces all of it. */
export const settableOf = ({
  namespace,
  display_name,
  description,
  visibility,
  protected: isProtected,
  owner,
}: JsonObject) => ({
  namespace,
  display_name,
  description,
  visibility,
  protected: isProtected,
  owner,
})

export const namespaceFlags = {
  'display-name': Flags.string({description: 'Name that people see', helpValue: 'NAME'}),
  description: Flags.string({description: 'Description of the namespace', helpValue: 'TEXT'}),
  ...Flags.choices({
    public: 'Make the namespace visible to all projects',
    private: 'Make the namespace visible to its owner only (default)',
  }),
  ...Flags.choices({
    protected: 'Prevent the namespace from being deleted',
    unprotected: 'Allow the namespace to be deleted (default)',
  }),
}

/** The keys of a namespace that `namespaceFlags` give. */
export const namespaceBody = (flags: Readonly<Record<string, unknown>>): JsonObject => ({
  display_name: flags['display-name'] === undefined ? undefined : String(flags['display-name']),
  description: flags.description === undefined ? undefined : String(flags.description),
  visibility: Flags.chosen(flags, {public: 'public', private: 'private'}),
  protected: Flags.chosen(flags, {protected: true, unprotected: false}),
})
