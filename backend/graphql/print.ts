import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The public contract as text, sorted so that a diff shows only what changed. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
