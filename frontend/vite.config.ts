import { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

const customConfig: UserConfigFn = (env) => ({
  // The oldest browsers that know light-dark(): for older ones it would be rewritten so that only a color-scheme written
  // in the same style sheets counts, and ours is the person's, written into the page.
  build: { cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'] },
});

export default overrideVaadinConfig(customConfig);
