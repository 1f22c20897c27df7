import { build, type Plugin } from 'vite';

/**
 * Builds the service worker's part that hears pushes into one file of its own, `push.js`: a worker imports plain
 * scripts, so it can share no chunk with the page, although both are made of the same sources.
 */
export function pushWorker(): Plugin {
  let outDir = 'dist';
  return {
    name: 'parta:push-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          logLevel: 'warn',
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            target: ['chrome125', 'safari17.5', 'firefox125'],
            lib: { entry: 'src/notifications/worker/push.ts', formats: ['iife'], name: 'PartaPush', fileName: () => 'push.js' },
          },
        });
      },
    },
  };
}
