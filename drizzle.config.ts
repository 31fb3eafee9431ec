import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/modules/*/schema.ts',
    './src/modules/*/schema/*.ts',
    './src/sync/server/schema.ts',
    './src/server/schema.ts',
  ],
  out: './drizzle',
  entities: { roles: false },
})
