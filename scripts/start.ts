import { buildDashboard } from './build.ts';
import { orExit, prepare } from './prepare.ts';

await orExit(async () => {
  await prepare();
  await buildDashboard();
});
await import('../backend/server.ts');
