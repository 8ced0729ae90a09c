import graphql from '@graphql-eslint/eslint-plugin';

// TypeScript is Biome's; ESLint reads only GraphQL, which Biome does not lint.
const schema = 'schema.graphql';
const documents = 'frontend/src/**/*.graphql';

/** A GraphQL file becomes readable to ESLint. */
const language = {
  plugins: { '@graphql-eslint': graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema, documents } },
  },
};

export default [
  {
    ...language,
    files: [schema],
    rules: {
      '@graphql-eslint/description-style': 'error',
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          // A mutation names its thing first, a query names no verb.
          'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['get', 'list'] },
        },
      ],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/no-unreachable-types': 'error',
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: true }],
      '@graphql-eslint/relay-page-info': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumTypeDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputObjectTypeDefinition: true,
          InputValueDefinition: true,
          InterfaceTypeDefinition: true,
          ObjectTypeDefinition: true,
          ScalarTypeDefinition: true,
          UnionTypeDefinition: true,
        },
      ],
      '@graphql-eslint/unique-enum-value-names': 'error',
    },
  },
  {
    ...language,
    files: [documents],
    rules: {
      '@graphql-eslint/fields-on-correct-type': 'error',
      '@graphql-eslint/known-argument-names': 'error',
      '@graphql-eslint/known-fragment-names': 'error',
      '@graphql-eslint/naming-convention': [
        'error',
        {
          OperationDefinition: {
            style: 'PascalCase',
            forbiddenPrefixes: ['Get'],
            forbiddenSuffixes: ['Query', 'Mutation'],
          },
          FragmentDefinition: { style: 'PascalCase', forbiddenSuffixes: ['Fragment'] },
          VariableDefinition: 'camelCase',
        },
      ],
      '@graphql-eslint/no-anonymous-operations': 'error',
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/no-duplicate-fields': 'error',
      '@graphql-eslint/no-unused-fragments': 'error',
      '@graphql-eslint/no-unused-variables': 'error',
      // Without ids the cache cannot tell things apart.
      '@graphql-eslint/require-selections': ['error', { fieldName: 'id' }],
      '@graphql-eslint/unique-fragment-name': 'error',
      '@graphql-eslint/unique-operation-name': 'error',
      '@graphql-eslint/value-literals-of-correct-type': 'error',
    },
  },
];
