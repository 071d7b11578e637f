import { writeFileSync } from 'node:fs';
import { layersFile } from './layers.ts';

// Editors read the linter's configuration as JSON, so what follows from the order of the layers is written down for them.
writeFileSync('.oxlintrc.layers.json', layersFile());
