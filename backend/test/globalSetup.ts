import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prisma } from '../../scripts/prismaCli.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated SQLite file to copy, or the URL of a migrated PostgreSQL database to clone. */
    template: { sqlite: string; postgresql: string | null };
  }
}

/** Migrates one database per engine; every test works on its own copy of it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-template-'));
  const sqlite = join(folder, 'template.db');
  prisma(['migrate', 'deploy'], `file:${sqlite}`);
  const server = process.env.TEST_POSTGRES_URL;
  let postgresql: string | null = null;
  if (server !== undefined) {
    const name = `plumb_template_${process.pid}`;
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    const url = new URL(server);
    url.pathname = `/${name}`;
    postgresql = url.href;
    prisma(['migrate', 'deploy'], postgresql);
  }
  project.provide('template', { sqlite, postgresql });
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (server === undefined || postgresql === null) return;
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(
      `DROP DATABASE IF EXISTS ${new URL(postgresql).pathname.slice(1)} WITH (FORCE)`,
    );
    await admin.end();
  };
}
