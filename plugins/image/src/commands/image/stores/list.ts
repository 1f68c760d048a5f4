import {type Columns, defineResource, Flags, HttpError, ListCommand, OscError} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/image/v2/#list-stores
const Store = defineResource({noun: 'image store', service: 'image', path: '/info/stores', collection: 'stores'})
const StoreDetail = defineResource({...Store, path: '/info/stores/detail'})

const columns: Columns = {
  ID: 'id',
  Description: ({description}) => description ?? null,
  Default: (store) => isDefault(store.default),
}

/** Glance writes it as text; a store that is not the default lacks it. */
const isDefault = (value: unknown) => (value === undefined ? null : value === true || value === 'true')

export default class ImageStoresList extends ListCommand {
  static override summary = 'List the stores of the image service'
  static override roles = []
  static override calls = ['GET /v2/info/stores', 'GET /v2/info/stores/detail']
  static override examples = [{command: 'osc image stores list', description: 'List the stores'}]
  static override flags = {
    detail: Flags.boolean({description: 'List the properties of the stores (administrators)'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ImageStoresList)
    try {
      if (!flags.detail) return await this.table(columns, this.api(Store).list())
      const properties: Columns = {Properties: (store) => store.properties ?? null}
      await this.table({...columns, ...properties}, this.api(StoreDetail).list())
    } catch (error) {
      if (!(error instanceof HttpError) || error.failure.status !== 404) throw error
      throw new OscError('This cloud does not support multiple image stores.', {cause: error})
    }
  }
}
