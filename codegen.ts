import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
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
          Permission: 'string',
          TimeZone: 'string',
        },
        useTypeImports: true,
        skipTypename: true,
      },
    },
  },
};

export default config;
