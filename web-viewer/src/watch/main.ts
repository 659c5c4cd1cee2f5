import { startPage } from '../shared/theme/start.js';
import './watch.js';

startPage(() => 'Rostrum');

// Fetched while the list of channels is on its way: the first frame comes earlier.
void import('hls.js');
