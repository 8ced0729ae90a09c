import { existsSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const DRAFT = 'frontend/contract.draft.graphql';

const config: CodegenConfig = {
  schema: ['schema.graphql', ...(existsSync(DRAFT) ? [DRAFT] : [])],
  documents: 'frontend/src/**/*.graphql',
  generates: {
    'frontend/src/gql/generated.ts': {
      plugins: ['typescript-operations', 'typescript-urql'],
      config: {
        gqlImport: 'urql#gql',
        urqlImportFrom: 'urql',
        enumType: 'string-literal',
        defaultScalarType: 'unknown',
        strictScalars: true,
        // Amounts and dates stay text from the wire to the screen: a JavaScript number loses cents.
        scalars: {
          CurrencyCode: 'string',
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          EmailAddress: 'string',
          ID: 'string',
          JSON: 'unknown',
          TimeZone: 'string',
          YearMonth: 'string',
        },
        useTypeImports: true,
        skipTypename: true,
      },
    },
  },
};

export default config;
